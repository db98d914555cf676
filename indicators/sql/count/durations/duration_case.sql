-- One row per spell, window that its month lies in, part and area.
create or replace temp view duration_case as
select
    figure_window.window_months,
    figure_window.month,
    figure_part.part_id,
    member.place_id,
    spell.person_no,
    spell.person_key,
    spell.days,
    spell.has_ended
from duration_spell as spell
inner join figure_window
    on
        spell.month > figure_window.month - figure_window.window_months
        and spell.month <= figure_window.month
inner join profile_fit as fit
    on
        spell.own = fit.own
        and spell.profile_id = fit.profile_id
inner join figure_part
    on
        figure_window.window_months = figure_part.window_months
        and fit.part_id = figure_part.part_id
inner join area_member as member
    on
        spell.base_id = member.base_id
        and figure_window.month >= member.from_month
        and figure_window.month <= member.to_month
