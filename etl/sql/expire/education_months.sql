-- Deletes months in education that ended before the days that are kept.
delete from raw.education_months as education_month
where education_month.month < year($kept_from) * 12 + month($kept_from) - 1
returning person_id
