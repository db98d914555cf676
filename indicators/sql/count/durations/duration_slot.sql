-- One row per window, part and area that a duration is told for, whether there is one or not.
create or replace temp view duration_slot as
select distinct
    figure_window.window_months,
    figure_window.month,
    figure_part.part_id,
    member.place_id,
    member.area,
    member.stands
from figure_window
inner join figure_part on figure_window.window_months = figure_part.window_months
inner join area_member as member
    on
        figure_window.month >= member.from_month
        and figure_window.month <= member.to_month
