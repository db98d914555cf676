-- Deletes applications that were decided, or made and never decided, before the days that are kept.
delete from raw.applications as application
where coalesce(application.decided_on, application.complete_on, application.applied_on) < $kept_from
returning person_id
