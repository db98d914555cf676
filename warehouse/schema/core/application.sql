-- One row per person's application for a benefit; what has not happened yet is null.
create table core.application (
    person_id uuid not null,
    scheme varchar not null,
    applied_on date not null,
    complete_on date,
    decided_on date,
    outcome varchar
);
