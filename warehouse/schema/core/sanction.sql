-- One row per sanction in a person's benefit and what came of a complaint about it.
create table core.sanction (
    person_id uuid not null,
    scheme varchar not null,
    decided_on date not null,
    kind varchar not null,
    complaint_decided_on date,
    complaint_outcome varchar
);
