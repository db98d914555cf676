-- One row per band of ages, both included, in years reached in the calendar year.
create table core.age_band (
    age_band varchar primary key,
    from_age integer not null,
    to_age integer not null
);
