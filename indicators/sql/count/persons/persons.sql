-- One change per segment that begins or ends: a person counts from the first month of the segment until the window has
-- left its last month behind, or the person's next segment begins. All lengths of window at once: `room` is how many
-- months the segment could still count after its last.
insert into delta
with kept as (
    select
        segment.base_id,
        segment.own,
        kept_profile.kept_id as profile_id,
        segment.first_month,
        segment.last_month,
        least(segment.next_first - segment.last_month, 12) as room,
        segment.person_key
    from segment
    inner join kept_profile
        on
            segment.own = kept_profile.own
            and segment.profile_id = kept_profile.profile_id
),

started as (
    select
        kept.base_id,
        kept.own,
        kept.profile_id,
        kept.first_month,
        count(*) as persons,
        sum(kept.person_key) as person_key
    from kept
    group by
        kept.base_id,
        kept.own,
        kept.profile_id,
        kept.first_month
),

ended as (
    select
        kept.base_id,
        kept.own,
        kept.profile_id,
        kept.last_month,
        kept.room,
        count(*) as persons,
        sum(kept.person_key) as person_key
    from kept
    where kept.last_month < 999999
    group by
        kept.base_id,
        kept.own,
        kept.profile_id,
        kept.last_month,
        kept.room
),

window_length as (
    select distinct figure_window.window_months
    from figure_window
)

select
    window_length.window_months,
    started.first_month as month,
    started.base_id,
    started.own,
    started.profile_id,
    started.persons as amount,
    started.persons as contributors,
    started.person_key
from started
cross join window_length
union all
select
    window_length.window_months,
    ended.last_month + least(ended.room, window_length.window_months) as month,
    ended.base_id,
    ended.own,
    ended.profile_id,
    -ended.persons as amount,
    -ended.persons as contributors,
    -ended.person_key as person_key
from ended
cross join window_length
