-- One row per indicator that the release before (`previous`) has too and counts otherwise. Texts may differ; what says
-- how to count may not, and neither may the measures' SQL. What is made of
-- published figures is counted otherwise where these are, be they made of others themselves.
insert into portal.redefined
with now_counted as (
    select
        indicator.indicator,
        indicator.definition ->> '$.numerator' as numerator,
        indicator.definition ->> '$.denominator' as denominator,
        indicator.definition ->> '$.parts[*].indicator' as parts,
        indicator.definition -> [
            '$.numerator', '$.denominator', '$.count', '$.per', '$.unit', '$.statistic', '$.at_days', '$.parameters',
            '$.parts'
        ] as way
    from portal.indicator as indicator
),

before_counted as (
    select
        indicator.indicator,
        indicator.definition -> [
            '$.numerator', '$.denominator', '$.count', '$.per', '$.unit', '$.statistic', '$.at_days', '$.parameters',
            '$.parts'
        ] as way
    from previous.indicator as indicator
),

other_sql as (
    select measure.measure
    from portal.measure as measure
    inner join previous.measure as before on measure.measure = before.measure
    where measure.sql != before.sql
),

changed as (
    select now_counted.indicator
    from now_counted
    inner join before_counted on now_counted.indicator = before_counted.indicator
    where
        now_counted.way != before_counted.way
        or now_counted.numerator in (select other_sql.measure from other_sql)
        or coalesce(now_counted.denominator in (select other_sql.measure from other_sql), false)
),

made_of_changed as (
    select now_counted.indicator
    from now_counted
    where list_has_any(now_counted.parts, (select list(changed.indicator) from changed))
)

select now_counted.indicator
from now_counted
semi join before_counted on now_counted.indicator = before_counted.indicator
where
    now_counted.indicator in (select changed.indicator from changed)
    or now_counted.indicator in (select made_of_changed.indicator from made_of_changed)
    or list_has_any(now_counted.parts, (select list(made_of_changed.indicator) from made_of_changed))
order by all
