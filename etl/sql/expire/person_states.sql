-- Deletes states of persons that ended before the days that are kept.
delete from raw.person_states as state
where state.valid_to <= $kept_from
returning person_id
