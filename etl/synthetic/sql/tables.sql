-- Rows as they are drawn. Days count from 1 January 1970, 100000 is never. A row is known from the day `told` on.

-- One row per client with the pseudonym.
create table client (
    number integer primary key,
    person_id varchar
);

-- One row per word that a number stands for: schemes, areas and so on.
create table word (
    list varchar,
    place integer,
    word varchar,
    primary key (list, place)
);

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

-- One row per version of a benefit row; it holds until the day `gone`.
create table benefit_spells (
    number integer,
    scheme tinyint,
    start_day integer,
    end_day integer,
    degree smallint,
    told integer,
    gone integer
);

-- One row per registration as unemployed.
create table registrations (
    number integer,
    start_day integer,
    end_day integer,
    told integer
);

-- One row per activity; `planned` where its last day was known from the first.
create table activities (
    number integer,
    kind tinyint,
    start_day integer,
    end_day integer,
    planned boolean,
    told integer
);

-- One row per person and month with work.
create table work_months (
    number integer,
    month integer,
    hours smallint,
    told integer
);

-- One row per job found through the job centre; `misspelt` where the day is written in another way.
create table placements (
    number integer,
    day integer,
    sector tinyint,
    told integer,
    misspelt boolean
);

-- One row per case.
create table cases (
    case_number integer,
    number integer,
    start_day integer,
    end_day integer,
    told integer
);

-- One row per event of a case.
create table case_events (
    case_number integer,
    number integer,
    kind tinyint,
    held_day integer,
    due_day integer,
    exempt boolean,
    actor tinyint,
    told integer
);

-- One row per area, month, sex and age band: residents, labour force and how it was first estimated.
create table population_cell (
    area smallint,
    month integer,
    sex tinyint,
    age tinyint,
    residents integer,
    labour_force integer,
    first_estimate integer
);
