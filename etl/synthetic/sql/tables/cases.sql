-- One row per case.
create table cases (
    case_number integer,
    number integer,
    start_day integer,
    end_day integer,
    told integer
);
