-- One row per stretch of days of an employer with so many employees; `end_day` is the first day after.
create table employers (
    number integer,
    area smallint,
    industry tinyint,
    employees integer,
    start_day integer,
    end_day integer,
    told integer
);
