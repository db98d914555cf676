-- One row per indicator, period kind and number of months after a period, as `portal.completeness` says.
insert into portal.completeness
with settled as (
    select
        told.indicator,
        told.period_kind,
        told.period,
        max(told.months_after) as months_after,
        arg_max(told.value, told.months_after) as figure
    from portal.told as told
    group by
        told.indicator,
        told.period_kind,
        told.period
    having not arg_max(told.provisional, told.months_after)
),

followed as (
    select
        told.indicator,
        told.period_kind,
        told.months_after,
        told.value as figure,
        settled.figure as settled
    from portal.told as told
    inner join settled
        on
            told.indicator = settled.indicator
            and told.period_kind = settled.period_kind
            and told.period = settled.period
            and told.months_after < settled.months_after
)

select
    followed.indicator,
    followed.period_kind,
    followed.months_after,
    count(*) as periods,
    if(
        bool_and(
            indicator.definition ->> '$.denominator' is null
            and indicator.definition ->> '$.count' in ('persons', 'amount', 'delivered')
            and indicator.definition ->> '$.unit' != 'percent'
        ),
        round(100 * sum(followed.figure) / sum(followed.settled), 1),
        null
    ) as completeness,
    round(100 * sum(abs(followed.settled - followed.figure)) / sum(followed.settled), 1) as revision
from followed
inner join portal.indicator as indicator on followed.indicator = indicator.indicator
group by
    followed.indicator,
    followed.period_kind,
    followed.months_after
having sum(followed.settled) > 0
order by all
