-- One row per person and activity taken part in, as delivered; `end_on` is the first day after.
create table raw.activities (
    person_id uuid not null,
    kind varchar not null,
    start_on date not null,
    end_on date,
    planned_end_on date,
    delivery varchar not null
);
