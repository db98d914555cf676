-- One row per person, own category and stretch of windows of one length in which the numerator counts the person.
create or replace temp table numerator_stretch as
with window_length as (
    select distinct figure_window.window_months
    from figure_window
)

select
    segment.person_no,
    segment.own,
    window_length.window_months,
    segment.first_month as first_end,
    least(segment.last_month + window_length.window_months - 1, segment.next_first - 1) as last_end
from segment
cross join window_length
