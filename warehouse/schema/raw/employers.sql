-- One row per employer and stretch of days in one area with so many employees, as delivered; `active_to` is the first
-- day after. `person_id` is the employer's pseudonym.
create table raw.employers (
    person_id uuid not null,
    area varchar,
    industry varchar,
    employees integer,
    active_from date not null,
    active_to date,
    delivery varchar not null
);
