-- One row per stretch of days on which a person is registered as unemployed; `end_on` is the first day after.
create table core.registration (
    person_id uuid not null,
    start_on date not null,
    end_on date
);
