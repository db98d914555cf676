-- One row per event of a case.
create table case_events (
    case_number integer,
    number integer,
    kind tinyint,
    held_day integer,
    due_day integer,
    exempt boolean,
    attendance tinyint,
    actor tinyint,
    told integer
);
