-- Deletes notices of layoffs given before the days that are kept.
delete from raw.layoff_notices as notice
where notice.notified_on < $kept_from
returning person_id
