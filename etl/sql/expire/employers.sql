-- Deletes what is told of employers of before the days that are kept.
delete from raw.employers as employer
where employer.active_to <= $kept_from
returning person_id
