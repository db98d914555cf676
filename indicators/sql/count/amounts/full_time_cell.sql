-- One row per window, area and part: full-time persons: degree-days by 100 and the days of the window, half up.
create or replace temp table counted_cell as
with cell as (
    select
        amount.window_months,
        amount.month,
        amount.days,
        amount.part_id,
        member.place_id,
        any_value(member.area) as area,
        sum(amount.degree_days) as degree_days,
        sum(base_count.contributors) as contributors,
        sum(amount.person_key) as person_key
    from base_amount as amount
    inner join base_count
        on
            amount.window_months = base_count.window_months
            and amount.month = base_count.month
            and amount.part_id = base_count.part_id
            and amount.base_id = base_count.base_id
    inner join area_member as member
        on
            amount.base_id = member.base_id
            and amount.month >= member.from_month
            and amount.month <= member.to_month
    group by
        amount.window_months,
        amount.month,
        amount.days,
        amount.part_id,
        member.place_id
    having
        bool_or(member.stands)
        or sum(base_count.contributors) > 0
        or sum(amount.degree_days) != 0
)

select
    cell.window_months,
    cell.month,
    cell.part_id,
    cell.area,
    cast((200 * cell.degree_days + cell.days) // (2 * cell.days) * 0.0001 as decimal(18, 4)) as value,
    cast(cell.contributors as bigint) as contributors,
    cast(cell.person_key & 18446744073709551615 as ubigint) as cell_key
from cell
