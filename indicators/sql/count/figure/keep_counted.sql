-- Keeps the figure under way as it is before protection.
insert into mart.counted
select
    $figure as figure,
    part.breakdown,
    part.category,
    figure_period.period_kind,
    figure_period.period,
    cell.area,
    cell.value,
    cell.contributors,
    cell.cell_key,
    cell.amount
from counted_cell as cell
inner join category_part as part on cell.part_id = part.part_id
inner join figure_period
    on
        cell.window_months = figure_period.window_months
        and cell.month = figure_period.month
inner join breakdown_kind
    on
        part.breakdown = breakdown_kind.breakdown
        and figure_period.period_kind = breakdown_kind.period_kind
