-- One row per state of a client; the end is known from the day `end_told` on.
create table person_states (
    number integer,
    birth_year smallint,
    sex tinyint,
    origin tinyint,
    education tinyint,
    start_day integer,
    end_day integer,
    area smallint,
    told integer,
    end_told integer
);
