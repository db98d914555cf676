-- One row per spell, own category and window that its month lies in.
create or replace temp table placed_spell as
select
    figure_window.window_months,
    figure_window.month,
    spell.base_id,
    spell.own,
    spell.profile_id,
    spell.person_no,
    spell.person_key,
    spell.days,
    spell.has_ended
from stated_spell as spell
inner join figure_window
    on
        spell.month > figure_window.month - figure_window.window_months
        and spell.month <= figure_window.month
