-- One row per area of any level and generation; `valid_to` is the last day, null while the area stands.
create table core.area (
    code varchar primary key,
    level varchar not null,
    name_en varchar not null,
    name_local varchar not null,
    other_names varchar not null,
    code_system varchar not null,
    alt_code varchar not null,
    valid_from date,
    valid_to date,
    population bigint,
    population_on date,
    lat double,
    lon double,
    source varchar not null
);
