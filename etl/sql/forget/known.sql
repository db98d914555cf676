-- One row: how many delivered rows tell of a person, and whether they were forgotten before.
with told as (
    select states.person_id from raw.person_states as states
    union all
    select spells.person_id from raw.benefit_spells as spells
    union all
    select registrations.person_id from raw.registrations as registrations
    union all
    select activities.person_id from raw.activities as activities
    union all
    select work_months.person_id from raw.work_months as work_months
    union all
    select education.person_id from raw.education_months as education
    union all
    select pensions.person_id from raw.pensions as pensions
    union all
    select payments.person_id from raw.payments as payments
    union all
    select placements.person_id from raw.placements as placements
    union all
    select cases.person_id from raw.cases as cases
    union all
    select events.person_id from raw.case_events as events
    union all
    select sanctions.person_id from raw.sanctions as sanctions
    union all
    select applications.person_id from raw.applications as applications
    union all
    select assessments.person_id from raw.need_assessments as assessments
    union all
    select employers.person_id from raw.employers as employers
    union all
    select vacancies.person_id from raw.vacancies as vacancies
    union all
    select notices.person_id from raw.layoff_notices as notices
)

select
    count(*) as told_rows,
    sha256($person) in (select forgotten.person_sha256 from raw.forgotten as forgotten) as forgotten_before
from told
where told.person_id = cast($person as uuid)
