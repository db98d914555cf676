-- One row per person and month in ordinary education; the month is year * 12 + month - 1.
create table core.education_month (
    person_id uuid not null,
    month integer not null
);
