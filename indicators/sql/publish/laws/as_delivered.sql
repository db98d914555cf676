-- One row: the number of delivered figures that their indicator does not show as delivered, or shows although they are
-- withheld (was compute run since?).
with told as (
    select
        figure.* exclude (value, status),
        if(withheld.measure is null, figure.value, null) as value, -- noqa: RF04
        if(withheld.measure is null, figure.status, 'withdrawn') as status
    from core.figure as figure
    left join mart.withheld as withheld
        on
            figure.measure = withheld.measure
            and figure.breakdown = withheld.breakdown
            and figure.category = withheld.category
            and figure.period_kind = withheld.period_kind
            and figure.period = withheld.period
            and figure.area = withheld.area
)

select count(*) as broken
from told as figure
inner join definition
    on
        figure.measure = definition.numerator
        and list_contains(definition.period_kinds, figure.period_kind)
        and list_contains(definition.breakdowns, figure.breakdown)
left join portal.cell as cell
    on
        definition.indicator = cell.indicator
        and figure.breakdown = cell.breakdown
        and figure.category = cell.category
        and figure.period_kind = cell.period_kind
        and figure.period = cell.period
        and figure.area = cell.area
        and figure.status = cell.status
        and coalesce(figure.value, 0) = coalesce(cell.value, 0)
where
    definition.denominator is null
    and figure.status != 'not_available'
    and cell.indicator is null
