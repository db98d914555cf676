-- One row per length of window and month: the first window counted that ends in that month or later, by its number.
create or replace temp table figure_step as
select
    figure_window.window_months,
    known.month,
    min(figure_window.window_no) as window_no
from (select cast(unnest(range($first_month, $last_month + 1)) as integer) as month) as known
inner join figure_window on known.month <= figure_window.month
group by
    figure_window.window_months,
    known.month
