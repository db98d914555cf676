-- One row per person of the core without a state.
with person as (
    select pieces.person_id from core.benefit_piece as pieces
    union
    select spells.person_id from core.benefit_spell as spells
    union
    select registrations.person_id from core.registration as registrations
    union
    select activities.person_id from core.activity as activities
    union
    select work_months.person_id from core.work_month as work_months
    union
    select education.person_id from core.education_month as education
    union
    select pensions.person_id from core.pension as pensions
    union
    select payments.person_id from core.payment as payments
    union
    select placements.person_id from core.placement as placements
    union
    select cases.person_id from core.case_file as cases
    union
    select events.person_id from core.case_event as events
    union
    select sanctions.person_id from core.sanction as sanctions
    union
    select applications.person_id from core.application as applications
    union
    select assessments.person_id from core.need_assessment as assessments
)

select person.person_id
from person
anti join core.person_state as state on person.person_id = state.person_id
