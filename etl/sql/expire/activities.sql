-- Deletes activities that ended before the days that are kept.
delete from raw.activities as activity
where activity.end_on <= $kept_from
returning person_id
