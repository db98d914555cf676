-- Deletes sanctions decided before the days that are kept, unless a complaint about one was decided in these.
delete from raw.sanctions as sanction
where coalesce(sanction.complaint_decided_on, sanction.decided_on) < $kept_from
returning person_id
