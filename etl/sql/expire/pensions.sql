-- Deletes pensions granted before the days that are kept.
delete from raw.pensions as pension
where pension.granted_on < $kept_from
returning person_id
