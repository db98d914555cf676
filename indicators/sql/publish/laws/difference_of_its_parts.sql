-- One row: the number of differences that are not what their two parts say, as shown, or are told of without them.
with told as (
    select
        indicator.indicator,
        indicator.definition ->> '$.parts[0].indicator' as first,
        indicator.definition ->> '$.parts[0].category' as first_category,
        indicator.definition ->> '$.parts[1].indicator' as second,
        indicator.definition ->> '$.parts[1].category' as second_category
    from portal.indicator as indicator
    where indicator.definition ->> '$.count' = 'difference'
),

-- The category of a side: its own for everybody, that of the difference if it has none, else both, whichever is first.
side as (
    select
        told.indicator,
        part.place,
        if(part.place = 1, told.first, told.second) as part_indicator,
        if(part.place = 1, told.first_category, told.second_category) as own
    from told
    cross join (values (1), (2)) as part (place)
),

shown as (
    select
        cell.indicator,
        cell.breakdown,
        cell.category,
        cell.period_kind,
        cell.period,
        cell.area,
        cell.value,
        cell.status,
        sum(if(side.place = 1, part.value, -part.value)) as difference,
        count(*) as parts,
        count(part.value) as figures,
        bool_or(if(part.status = 'beyond', 'not_available', part.status) = cell.status) as has_its_reason
    from portal.cell as cell
    inner join side on cell.indicator = side.indicator
    left join portal.cell as part
        on
            side.part_indicator = part.indicator
            and cell.period_kind = part.period_kind
            and cell.period = part.period
            and cell.area = part.area
            and (
                (side.own = 'all' and cell.breakdown = part.breakdown and cell.category = part.category)
                or (side.own != 'all' and cell.category = 'all' and side.own = part.category)
                or (
                    side.own != 'all'
                    and cell.category != 'all'
                    and part.category in (
                        concat_ws('.', side.own, cell.category), concat_ws('.', cell.category, side.own)
                    )
                    and contains(part.breakdown, cell.breakdown)
                )
            )
    group by all
)

select count(*) as broken
from shown
where
    parts != 2
    or (figures = 2) != (status = 'value')
    or coalesce(value != difference, false)
    or not has_its_reason
