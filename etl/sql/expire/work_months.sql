-- Deletes months of work that ended before the days that are kept.
delete from raw.work_months as work_month
where work_month.month < year($kept_from) * 12 + month($kept_from) - 1
returning person_id
