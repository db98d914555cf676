-- One row per window of spells that are followed to the end of the records, and so for $shift days more by now: whether
-- one of them may not have been known of before. Spells of one category that are followed so far end on one day.
with followed as (
    select
        spell.month,
        spell.days,
        spell.has_ended,
        spell.end_on = max(spell.end_on) over (partition by spell.category) as to_the_end
    from spell
)

select
    figure_window.window_months,
    figure_window.month,
    bool_or(followed.days <= $shift) as fresh
from followed
inner join figure_window
    on
        followed.month > figure_window.month - figure_window.window_months
        and followed.month <= figure_window.month
where
    followed.to_the_end
    and not followed.has_ended
    and followed.days < $at_days + $shift
group by
    figure_window.window_months,
    figure_window.month
