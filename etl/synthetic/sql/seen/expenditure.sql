-- One row per area, quarter and category with what was spent; accounts of a quarter just ended are not settled.
select
    area.word as area,
    printf('%04d-Q%d', cast(cells.month // 12 as integer), cast(cells.month % 12 // 3 + 1 as integer)) as quarter,
    cast(cells.category as varchar) as category,
    if(cells.month = $month and cells.amount > 0, cells.first_closed, cells.amount) as amount
from expenditure_cell as cells
inner join word as area on area.list = 'area' and cells.area = area.place
where cells.month <= $month
