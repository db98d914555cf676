-- One row per window of spells that are not known to have ended, and may be followed for $shift days more by now:
-- whether one of them may not have been known of before.
select
    figure_window.window_months,
    figure_window.month,
    bool_or(spell.days <= $shift) as fresh
from spell
inner join figure_window
    on
        spell.month > figure_window.month - figure_window.window_months
        and spell.month <= figure_window.month
where
    not spell.has_ended
    and spell.days < $at_days + $shift
group by
    figure_window.window_months,
    figure_window.month
