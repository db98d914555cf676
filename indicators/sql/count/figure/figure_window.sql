-- One row per window that the figure under way is counted for: so many months, ending with `month`; `window_no` is its
-- place among those of its length.
create or replace temp table figure_window as
select
    told.window_months,
    told.month,
    told.days,
    row_number() over (partition by told.window_months order by told.month) - 1 as window_no
from (
    select distinct
        figure_period.window_months,
        figure_period.month,
        figure_period.days
    from figure_period
) as told
