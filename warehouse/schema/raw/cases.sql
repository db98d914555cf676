-- One row per case, as delivered; `closed_on` is the first day after.
create table raw.cases (
    case_id varchar not null,
    person_id uuid not null,
    opened_on date not null,
    closed_on date,
    delivery varchar not null
);
