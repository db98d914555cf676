-- One row per activity that a person takes part in; `end_on` is the first day after.
create table core.activity (
    person_id uuid not null,
    kind varchar not null,
    start_on date not null,
    end_on date,
    planned_end_on date
);
