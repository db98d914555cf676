-- One row per pension granted; `granted_on` is the first day that it is paid for.
create table core.pension (
    person_id uuid not null,
    kind varchar not null,
    granted_on date not null
);
