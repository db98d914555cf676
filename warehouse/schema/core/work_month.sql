-- One row per person and month with paid work; `earnings` is null where they are not told of.
-- The month is year * 12 + month - 1.
create table core.work_month (
    person_id uuid not null,
    month integer not null,
    hours smallint not null,
    earnings integer
);
