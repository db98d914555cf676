-- One row: the number of held figures of indicators and areas of which nothing was withdrawn.
with withdrawn as (
    select distinct
        definition.indicator,
        split.area
    from portal.withdrawn_split as split
    inner join definition
        on split_part(split.figure, ' ', 1) in (definition.numerator, definition.denominator)
)

select count(*) as broken
from portal.cell as cell
inner join definition on cell.indicator = definition.indicator
anti join withdrawn
    on
        cell.indicator = withdrawn.indicator
        and cell.area = withdrawn.area
where
    not definition.is_derived
    and contains(cell.flags, 'held')
