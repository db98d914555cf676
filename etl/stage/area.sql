-- One row per area of the country.
create table stage.area (
    code varchar primary key,
    level varchar not null,
    role varchar not null,
    valid_from date,
    valid_to date
);
