-- One row per registration as unemployed.
create table registrations (
    number integer,
    start_day integer,
    end_day integer,
    told integer
);
