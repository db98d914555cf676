-- One row per area, category and period before the area existed: the sum of the areas that it was made from.
-- Only areas that went into it whole, on its first day, and all of them: of a split area nobody knows which part
-- came here. What does not add up, such as a rate, is carried on only from a single area. One step back and no
-- further: figures that stand here themselves are not carried on again, for each step adds what it smooths over.
insert into measure_figure
with whole as (
    select succession.code
    from core.succession as succession
    group by succession.code
    having count(*) = 1
),

origin as (
    select
        area.code as area,
        area.valid_from,
        list(succession.code) as codes
    from core.area as area
    inner join core.succession as succession
        on
            area.code = succession.successor_code
            and area.valid_from = succession.from_date
    left join whole on succession.code = whole.code
    group by
        area.code,
        area.valid_from
    having
        bool_and(whole.code is not null)
        and ($adds or count(*) = 1)
),

total as (
    select
        origin.area,
        figure.breakdown,
        figure.category,
        figure.period_kind,
        figure.period,
        sum(figure.value) as amount,
        bool_or(figure.status = 'suppressed') as hidden,
        bool_or(figure.status = 'withdrawn') as withdrawn,
        bool_and(figure.status = 'value') as known,
        bool_or(figure.summed) as summed
    from origin
    inner join measure_figure as figure on list_contains(origin.codes, figure.area)
    inner join calendar
        on
            figure.period_kind = calendar.period_kind
            and figure.period = calendar.period
            and origin.valid_from > calendar.last_day
    where figure.measure = $measure
    group by
        origin.area,
        origin.codes,
        figure.breakdown,
        figure.category,
        figure.period_kind,
        figure.period
    having count(*) = len(origin.codes)
)

select
    $measure as measure,
    total.breakdown,
    total.category,
    total.period_kind,
    total.period,
    total.area,
    case when total.known then total.amount end as amount,
    case when total.known then 'value' when total.hidden then 'suppressed' else 'withdrawn' end as status,
    total.summed,
    true as predecessors,
    false as rounded,
    false as provisional,
    false as wide
from total
where
    (total.known or total.hidden or total.withdrawn)
    and not exists (
        select 1
        from measure_figure as other
        where
            other.measure = $measure
            and other.breakdown = total.breakdown
            and other.category = total.category
            and other.period_kind = total.period_kind
            and other.period = total.period
            and other.area = total.area
    )
