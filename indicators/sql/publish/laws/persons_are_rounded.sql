-- One row: the number of figures made from records of persons that are not marked as rounded.
select count(*) as broken
from portal.cell as cell
inner join definition on cell.indicator = definition.indicator
where
    definition.count_kind != 'delivered'
    and not definition.is_derived
    and cell.status in ('value', 'beyond')
    and not list_contains(string_split(cell.flags, ','), 'rounded')
