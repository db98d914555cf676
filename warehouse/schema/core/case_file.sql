-- One row per case; `closed_on` is the first day after, null while it is open.
create table core.case_file (
    case_id varchar not null,
    person_id uuid not null,
    opened_on date not null,
    closed_on date
);
