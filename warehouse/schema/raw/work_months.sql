-- One row per person and month with paid work, as delivered; the month is year * 12 + month - 1.
create table raw.work_months (
    person_id uuid not null,
    month integer not null,
    hours smallint not null,
    earnings integer,
    delivery varchar not null
);
