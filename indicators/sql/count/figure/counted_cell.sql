-- One row per window, area and part: what is counted there. Who belongs to whom is settled at the window's end.
create or replace temp table counted_cell as
with cell as (
    select
        base_count.window_months,
        base_count.month,
        base_count.part_id,
        member.place_id,
        any_value(member.area) as area,
        sum(base_count.amount) as amount,
        sum(base_count.contributors) as contributors,
        sum(base_count.person_key) as person_key
    from base_count
    inner join area_member as member
        on
            base_count.base_id = member.base_id
            and base_count.month >= member.from_month
            and base_count.month <= member.to_month
    group by
        base_count.window_months,
        base_count.month,
        base_count.part_id,
        member.place_id
    having
        bool_or(member.stands)
        or sum(base_count.contributors) > 0
        or sum(base_count.amount) != 0
)

select
    cell.window_months,
    cell.month,
    cell.part_id,
    cell.area,
    cast(cell.amount as decimal(18, 4)) as value,
    cast(cell.contributors as bigint) as contributors,
    cast(cell.person_key & 18446744073709551615 as ubigint) as cell_key
from cell
