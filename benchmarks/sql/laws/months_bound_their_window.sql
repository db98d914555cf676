-- One row: the figures of quarters and years, and how many do not fit their months: events are the sum; persons of the
-- country, where nobody's state matters, at most the sum. Pairs of categories are not counted by month, nor are figures
-- that no indicator shows by month.
with total as (
    select
        counted.breakdown,
        counted.category,
        window_part.of_period_kind as period_kind,
        window_part.of_period as period,
        counted.area,
        sum(counted.amount) as amount
    from mart.counted as counted
    inner join window_part
        on
            counted.period_kind = window_part.period_kind
            and counted.period = window_part.period
    where counted.figure = $figure
    group by
        counted.breakdown,
        counted.category,
        window_part.of_period_kind,
        window_part.of_period,
        counted.area
)

select
    count(*) as checked,
    count(*) filter (
        where (figure.adds_up = 'events' and whole.amount is distinct from total.amount)
        or (figure.adds_up = 'persons' and whole.amount > coalesce(total.amount, 0))
    ) as broken
from mart.counted as whole
inner join figure on whole.figure = figure.figure
inner join area_role on whole.area = area_role.area
left join total
    on
        whole.breakdown = total.breakdown
        and whole.category = total.category
        and whole.period_kind = total.period_kind
        and whole.period = total.period
        and whole.area = total.area
where
    whole.figure = $figure
    and $figure in (
        select monthly.figure
        from figure_grid as monthly
        where monthly.period_kind = 'month'
    )
    and whole.period_kind != 'month'
    and not contains(whole.breakdown, '.')
    and (
        (figure.adds_up = 'events' and area_role.role in ('base', 'country') and not area_role.changes)
        or (figure.adds_up = 'persons' and area_role.role = 'country' and whole.breakdown in ('all', 'scheme'))
    )
