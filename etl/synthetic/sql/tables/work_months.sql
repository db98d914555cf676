-- One row per person and month with work.
create table work_months (
    number integer,
    month integer,
    hours smallint,
    told integer
);
