-- One row per window that the figure under way is counted for: so many months, ending with `month`.
create or replace temp table figure_window as
select distinct
    figure_period.window_months,
    figure_period.month,
    figure_period.days
from figure_period
