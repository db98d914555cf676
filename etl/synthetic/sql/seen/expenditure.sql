-- One row per area, quarter and category with what was spent, the country's total included; accounts of a quarter just
-- ended are not settled. A total leaves out amounts that are wrong on purpose.
with told as (
    select
        area.word as area,
        cells.month,
        cells.category,
        if(cells.month = $month and cells.amount > 0, cells.first_closed, cells.amount) as amount
    from expenditure_cell as cells
    inner join word as area on area.list = 'area' and cells.area = area.place
    where cells.month <= $month
)

select
    told.area,
    printf('%04d-Q%d', cast(told.month // 12 as integer), cast(told.month % 12 // 3 + 1 as integer)) as quarter,
    cast(told.category as varchar) as category,
    told.amount
from told
union all
select
    whole.word as area,
    printf('%04d-Q%d', cast(told.month // 12 as integer), cast(told.month % 12 // 3 + 1 as integer)) as quarter,
    cast(told.category as varchar) as category,
    cast(sum(greatest(told.amount, 0)) as bigint) as amount
from told
cross join word as whole
where whole.list = 'country'
group by
    whole.word,
    told.month,
    told.category
