-- Deletes what is told of a person, or of an employer.
delete from raw.person_states
where person_states.person_id = getvariable('person');

delete from raw.benefit_spells
where benefit_spells.person_id = getvariable('person');

delete from raw.registrations
where registrations.person_id = getvariable('person');

delete from raw.activities
where activities.person_id = getvariable('person');

delete from raw.work_months
where work_months.person_id = getvariable('person');

delete from raw.education_months
where education_months.person_id = getvariable('person');

delete from raw.pensions
where pensions.person_id = getvariable('person');

delete from raw.payments
where payments.person_id = getvariable('person');

delete from raw.placements
where placements.person_id = getvariable('person');

delete from raw.cases
where cases.person_id = getvariable('person');

delete from raw.case_events
where case_events.person_id = getvariable('person');

delete from raw.sanctions
where sanctions.person_id = getvariable('person');

delete from raw.applications
where applications.person_id = getvariable('person');

delete from raw.need_assessments
where need_assessments.person_id = getvariable('person');

delete from core.person_state
where person_state.person_id = getvariable('person');

delete from core.benefit_piece
where benefit_piece.person_id = getvariable('person');

delete from core.benefit_spell
where benefit_spell.person_id = getvariable('person');

delete from core.benefit_exit
where benefit_exit.person_id = getvariable('person');

delete from core.benefit_entry
where benefit_entry.person_id = getvariable('person');

delete from core.registration
where registration.person_id = getvariable('person');

delete from core.activity
where activity.person_id = getvariable('person');

delete from core.work_month
where work_month.person_id = getvariable('person');

delete from core.education_month
where education_month.person_id = getvariable('person');

delete from core.pension
where pension.person_id = getvariable('person');

delete from core.payment
where payment.person_id = getvariable('person');

delete from core.placement
where placement.person_id = getvariable('person');

delete from core.case_file
where case_file.person_id = getvariable('person');

delete from core.case_event
where case_event.person_id = getvariable('person');

delete from core.sanction
where sanction.person_id = getvariable('person');

delete from core.application
where application.person_id = getvariable('person');

delete from core.need_assessment
where need_assessment.person_id = getvariable('person');

delete from raw.employers
where employers.person_id = getvariable('person');

delete from raw.vacancies
where vacancies.person_id = getvariable('person');

delete from raw.layoff_notices
where layoff_notices.person_id = getvariable('person');

delete from core.workplace
where workplace.person_id = getvariable('person');

delete from core.employer
where employer.person_id = getvariable('person');

delete from core.vacancy
where vacancy.person_id = getvariable('person');

delete from core.layoff_notice
where layoff_notice.person_id = getvariable('person');
