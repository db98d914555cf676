-- Deletes cases that were closed before the days that are kept.
delete from raw.cases as case_file
where case_file.closed_on <= $kept_from
returning person_id
