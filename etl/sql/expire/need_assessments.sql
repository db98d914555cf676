-- Deletes assessments that ended, or that another took the place of, before the days that are kept.
delete from raw.need_assessments as assessment
where
    assessment.end_on <= $kept_from
    or exists (
        select later.start_on
        from raw.need_assessments as later
        where
            later.person_id = assessment.person_id
            and later.start_on > assessment.start_on
            and later.start_on <= $kept_from
    )
returning person_id
