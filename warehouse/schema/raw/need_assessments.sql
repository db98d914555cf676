-- One row per assessment of a person's need of support, as delivered; `end_on` is the first day after.
create table raw.need_assessments (
    person_id uuid not null,
    start_on date not null,
    end_on date,
    need varchar not null,
    recorded_on date,
    delivery varchar not null
);
