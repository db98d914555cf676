-- Deletes events of before the days that are kept, unless their case is kept: its history is one.
delete from raw.case_events as event
where
    coalesce(event.happened_on, event.due_on) < $kept_from
    and not exists (
        select kept.case_id
        from raw.cases as kept
        where
            kept.case_id = event.case_id
            and kept.person_id = event.person_id
            and coalesce(kept.closed_on > $kept_from, true)
    )
returning person_id
