-- Windows in which nothing has changed are left out.
delete from figure_window
where (figure_window.window_months, figure_window.month) not in (
    select
        changed_window.window_months,
        changed_window.month
    from changed_window
)
