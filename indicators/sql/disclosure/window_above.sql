-- One row per window and longer window that it is a part of: a month of its quarter, both of the rolling year that ends
-- with the quarter. A month whose quarter is not counted yet is of the rolling year that ends with the month.
create or replace temp table window_above as
with counted as (
    select distinct
        rounded.window_months,
        rounded.month
    from rounded_cell as rounded
),

part as (
    select
        counted.window_months,
        counted.month,
        coalesce(quarter.month, counted.month) as last_month
    from counted
    left join counted as quarter
        on
            counted.window_months = 1
            and quarter.window_months = 3
            and quarter.month = counted.month - counted.month % 3 + 2
)

select
    part.window_months,
    part.month,
    whole.window_months as above_months,
    whole.month as above_month
from part
inner join counted as whole
    on
        part.last_month = whole.month
        and part.window_months < whole.window_months
