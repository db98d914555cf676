-- One row per person, month in ordinary education and level, as delivered; the month is year * 12 + month - 1.
create table raw.education_months (
    person_id uuid not null,
    month integer not null,
    level varchar,
    delivery varchar not null
);
