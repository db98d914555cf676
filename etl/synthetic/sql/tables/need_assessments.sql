-- One row per assessment of need; its end lies after all days where it does not end by itself.
create table need_assessments (
    number integer,
    start_day integer,
    end_day integer,
    need tinyint,
    told integer
);
