-- One row: the figures of whole years, and how many differ from the rolling year to December, if that is counted.
select
    count(*) as checked,
    count(*) filter (
        where year.value is distinct from rolling.value
        or year.contributors is distinct from rolling.contributors
        or year.cell_key is distinct from rolling.cell_key
    ) as broken
from mart.counted as year
inner join calendar
    on
        year.period_kind = calendar.period_kind
        and year.period = calendar.period
inner join calendar as to_december
    on
        calendar.last_day = to_december.last_day
        and to_december.period_kind = 'rolling_year'
left join mart.counted as rolling
    on
        year.breakdown = rolling.breakdown
        and year.category = rolling.category
        and year.area = rolling.area
        and to_december.period_kind = rolling.period_kind
        and to_december.period = rolling.period
        and rolling.figure = $figure
where
    year.figure = $figure
    and year.period_kind = 'year'
    and $figure in (
        select figure_grid.figure
        from figure_grid
        where figure_grid.period_kind = 'rolling_year'
    )
