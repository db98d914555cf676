-- One change per event that comes into the window or leaves it, in the state of the event's month; $behind is 1 where
-- events are what stands behind a figure, and 0 where that is counted apart.
insert into delta
with found as (
    select
        measure_row.person_id,
        measure_row.amount,
        [0, scheme.own, destination.own, came_from.own, coalesce(scheme_destination.own, 0)] as owns,
        cast(year(measure_row.happened_on) * 12 + month(measure_row.happened_on) - 1 as integer) as month
    from measure_row
    inner join own_category as scheme
        on
            scheme.breakdown = 'scheme'
            and coalesce(measure_row.category, 'all') = scheme.category
    inner join own_category as destination
        on
            destination.breakdown = 'destination'
            and coalesce(measure_row.destination, 'all') = destination.category
    inner join own_category as came_from
        on
            came_from.breakdown = 'came_from'
            and coalesce(measure_row.came_from, 'all') = came_from.category
    left join own_category as scheme_destination
        on
            scheme_destination.breakdown = 'scheme.destination'
            and concat_ws('.', measure_row.category, measure_row.destination) = scheme_destination.category
),

event as (
    select
        state.base_id,
        unnest(list_distinct(found.owns)) as own,
        state.profile_id,
        found.month,
        found.amount,
        state.person_key
    from found
    inner join counted_person as person on found.person_id = person.person_id
    inner join counted_state as state
        on
            person.person_no = state.person_no
            and found.month >= state.from_month
            and found.month < state.next_month
),

happened as (
    select
        event.base_id,
        event.own,
        kept_profile.kept_id as profile_id,
        event.month,
        sum(event.amount) as amount,
        $behind * count(*) as events,
        sum(event.person_key) as person_key
    from event
    inner join kept_profile
        on
            event.own = kept_profile.own
            and event.profile_id = kept_profile.profile_id
    group by
        event.base_id,
        event.own,
        kept_profile.kept_id,
        event.month
),

window_length as (
    select distinct figure_window.window_months
    from figure_window
)

select
    window_length.window_months,
    happened.month,
    happened.base_id,
    happened.own,
    happened.profile_id,
    happened.amount,
    happened.events as contributors,
    happened.person_key
from happened
cross join window_length
union all
select
    window_length.window_months,
    happened.month + window_length.window_months as month,
    happened.base_id,
    happened.own,
    happened.profile_id,
    -happened.amount as amount,
    -happened.events as contributors,
    -happened.person_key as person_key
from happened
cross join window_length
