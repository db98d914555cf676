-- One row per window of one length that the figure under way is counted for.
select figure_window.month
from figure_window
where figure_window.window_months = $window_months
order by figure_window.month
