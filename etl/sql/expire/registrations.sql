-- Deletes registrations that ended before the days that are kept.
delete from raw.registrations as registration
where registration.end_on <= $kept_from
returning person_id
