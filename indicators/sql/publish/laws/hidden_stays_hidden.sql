-- One row: the number of figures that their owner hides, or this portal withholds, and a cell made of them shows.
with hidden as (
    select
        figure.measure,
        figure.breakdown,
        figure.category,
        figure.period_kind,
        figure.period,
        figure.area
    from core.figure as figure
    where figure.status = 'suppressed'
    union all
    from mart.withheld
)

select count(*) as broken
from hidden as figure
inner join calendar as inside
    on
        figure.period_kind = inside.period_kind
        and figure.period = inside.period
inner join definition
    on figure.measure in (definition.numerator, definition.denominator)
inner join portal.cell as cell
    on
        definition.indicator = cell.indicator
        and figure.breakdown = cell.breakdown
        and figure.category = cell.category
        and figure.area = cell.area
inner join calendar as span
    on
        cell.period_kind = span.period_kind
        and cell.period = span.period
where
    cell.value is not null
    and (
        figure.period_kind = cell.period_kind
        or figure.measure = definition.denominator
    )
    and inside.first_day >= span.first_day
    and inside.last_day <= span.last_day
