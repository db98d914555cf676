-- Empties what is told anew from the delivered records of persons.
delete from core.person_state;
delete from core.benefit_piece;
delete from core.benefit_spell;
delete from core.benefit_exit;
delete from core.benefit_entry;
delete from core.registration;
delete from core.activity;
delete from core.work_month;
delete from core.education_month;
delete from core.pension;
delete from core.placement;
delete from core.case_file;
delete from core.case_event;
delete from core.sanction;
delete from core.application;
