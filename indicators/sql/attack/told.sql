-- One row per cell of an indicator that tells something of what is counted: where it stands in the grid, and what.
-- What is held tells it of an earlier release.
select
    attacked_window.number as "window",
    attacked_part.number as part,
    attacked_area.number as area,
    cast(cell.value as double) as value,
    cast(cell.numerator as double) as numerator,
    cast(cell.denominator as double) as denominator,
    cell.status = 'too_few' as too_few
from portal.cell as cell
inner join attacked_window
    on
        cell.period_kind = attacked_window.period_kind
        and cell.period = attacked_window.period
inner join attacked_part
    on
        cell.breakdown = attacked_part.breakdown
        and cell.category = attacked_part.category
inner join attacked_area on cell.area = attacked_area.area
where
    cell.indicator = $indicator
    and cell.status in ('value', 'too_few')
    and not list_contains(string_split(cell.flags, ','), 'held')
