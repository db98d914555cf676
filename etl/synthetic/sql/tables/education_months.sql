-- One row per person and month in education.
create table education_months (
    number integer,
    month integer,
    level tinyint,
    told integer
);
