-- One row per person and stretch of days of one state, as delivered; `valid_to` is the first day after.
create table raw.person_states (
    person_id uuid not null,
    valid_from date not null,
    valid_to date,
    area varchar,
    birth_year smallint,
    sex varchar,
    origin varchar,
    education varchar,
    delivery varchar not null
);
