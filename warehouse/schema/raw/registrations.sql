-- One row per person and stretch of days registered as unemployed, as delivered; `end_on` is the first day after.
create table raw.registrations (
    person_id uuid not null,
    start_on date not null,
    end_on date,
    delivery varchar not null
);
