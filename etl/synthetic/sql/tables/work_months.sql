-- One row per person and month with work; earnings that nobody told are -1.
create table work_months (
    number integer,
    month integer,
    hours smallint,
    earnings integer,
    told integer
);
