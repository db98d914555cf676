-- One row per window of spells that are not known to have ended, and may be followed for longer by now: $shift days.
select distinct
    figure_window.window_months,
    figure_window.month
from spell
inner join figure_window
    on
        spell.month > figure_window.month - figure_window.window_months
        and spell.month <= figure_window.month
where
    not spell.has_ended
    and spell.days < $at_days + $shift
