-- One row: the number of cells that are there more than once, or not in the order in which they are read.
with step as (
    select
        coalesce(
            cell.indicator = lag(cell.indicator) over ()
            and cell.breakdown = lag(cell.breakdown) over ()
            and cell.period_kind = lag(cell.period_kind) over ()
            and cell.category = lag(cell.category) over (),
            false
        ) as goes_on,
        (cell.period, cell.area) > lag((cell.period, cell.area)) over () as rises
    from portal.cell as cell
),

stretch as (
    select distinct
        cell.indicator,
        cell.breakdown,
        cell.period_kind,
        cell.category
    from portal.cell as cell
)

select
    count(*) filter (where step.goes_on and not step.rises)
    + count(*) filter (where not step.goes_on)
    - (select count(*) from stretch) as broken
from step
