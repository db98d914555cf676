-- One row per person, scheme and stretch of days on it, as delivered; `end_on` is the first day after.
create table raw.benefit_spells (
    person_id uuid not null,
    scheme varchar not null,
    start_on date not null,
    end_on date,
    degree smallint not null,
    recorded_on date,
    delivery varchar not null
);
