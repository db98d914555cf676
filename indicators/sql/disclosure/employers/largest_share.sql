-- One row per window and area of the figure under way with anything in it: what all employers count for together there,
-- and what the largest does, with all its workplaces in the area. Figures of employers are split by nothing.
with placed as (
    select
        figure_window.window_months,
        figure_window.month,
        area_member.place_id,
        area_member.area,
        workplace.person_id,
        sum(month_amount.amount) as amount
    from month_amount
    inner join core.workplace as workplace on month_amount.workplace_id = workplace.workplace_id
    inner join base_area on workplace.area = base_area.area
    inner join figure_window
        on
            month_amount.month > figure_window.month - figure_window.window_months
            and month_amount.month <= figure_window.month
    inner join area_member
        on
            base_area.base_id = area_member.base_id
            and figure_window.month >= area_member.from_month
            and figure_window.month <= area_member.to_month
    group by all
)

select
    placed.window_months,
    placed.month,
    everybody.part_id,
    placed.place_id,
    enum_code(placed.area) as area,
    cast(sum(placed.amount) as bigint) as total,
    cast(max(placed.amount) as bigint) as largest
from placed
inner join category_part as everybody on everybody.breakdown = 'all'
group by
    placed.window_months,
    placed.month,
    everybody.part_id,
    placed.place_id,
    placed.area
