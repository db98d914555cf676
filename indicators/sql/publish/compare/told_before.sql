-- One row more per figure of what releases before (`previous`) told: in another month than this one or, of two in the
-- same month, instead of what this one tells. Only what is still shown and is counted as it was, by the same SQL.
insert or replace into portal.told
with counted as (
    select
        indicator.indicator,
        indicator.definition -> [
            '$.numerator', '$.denominator', '$.count', '$.per', '$.unit', '$.statistic', '$.at_days', '$.parameters'
        ] as way
    from portal.indicator as indicator
),

counted_before as (
    select
        indicator.indicator,
        indicator.definition -> [
            '$.numerator', '$.denominator', '$.count', '$.per', '$.unit', '$.statistic', '$.at_days', '$.parameters'
        ] as way
    from previous.indicator as indicator
),

counted_otherwise as (
    select indicator.indicator
    from portal.indicator as indicator
    inner join portal.measure as measure
        on measure.measure in (indicator.definition ->> '$.numerator', indicator.definition ->> '$.denominator')
    left join previous.measure as before on measure.measure = before.measure
    where coalesce(measure.sql != before.sql, true)
)

select
    before.indicator,
    before.period_kind,
    before.period,
    before.months_after,
    before.release,
    before.value,
    before.provisional
from previous.told as before
inner join counted on before.indicator = counted.indicator
inner join counted_before
    on
        before.indicator = counted_before.indicator
        and counted.way = counted_before.way
anti join counted_otherwise on before.indicator = counted_otherwise.indicator
semi join portal.told as now
    on
        before.indicator = now.indicator
        and before.period_kind = now.period_kind
        and before.period = now.period
order by all
