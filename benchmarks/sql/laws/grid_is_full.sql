-- One row: the areas that must have figures in a period and breakdown, and how many lack a category or have one too
-- many; residual areas must have them everywhere or nowhere. Figures of other periods or breakdowns are broken too.
with shown as (
    select distinct counted.area
    from mart.counted as counted
),

expected as (
    select
        figure_grid.breakdown,
        figure_grid.period_kind,
        figure_grid.period,
        area_role.area,
        figure_grid.categories
    from figure_grid
    inner join core.area as area
        on
            coalesce(area.valid_from, figure_grid.last_day) <= figure_grid.last_day
            and coalesce(area.valid_to, figure_grid.last_day) >= figure_grid.last_day
    inner join area_role on area.code = area_role.area
    where
        figure_grid.figure = $figure
        and (area_role.role != 'residual' or area_role.area in (select shown.area from shown))
),

found as (
    select
        counted.breakdown,
        counted.period_kind,
        counted.period,
        counted.area,
        count(distinct counted.category) as categories
    from mart.counted as counted
    where counted.figure = $figure
    group by
        counted.breakdown,
        counted.period_kind,
        counted.period,
        counted.area
)

select
    count(*) as checked,
    count(*) filter (
        where expected.area is not null
        and expected.categories is distinct from found.categories
    )
    + count(*) filter (
        where expected.area is null
        and (found.breakdown, found.period_kind, found.period) not in (
            select (figure_grid.breakdown, figure_grid.period_kind, figure_grid.period)
            from figure_grid
            where figure_grid.figure = $figure
        )
    ) as broken
from expected
full outer join found
    on
        expected.breakdown = found.breakdown
        and expected.period_kind = found.period_kind
        and expected.period = found.period
        and expected.area = found.area
