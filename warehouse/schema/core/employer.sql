-- One row per stretch of days on which an employer has work at a workplace; `end_on` is the first day after.
create table core.employer (
    person_id uuid not null,
    workplace_id uuid not null,
    employees integer,
    start_on date not null,
    end_on date
);
