-- One row per person and month from which a state holds, until `next_month`; months are year * 12 + month - 1.
-- Complete from -999999 to 1000000 for every person, and disjoint.
create table core.person_state (
    person_id uuid not null,
    from_month integer not null,
    next_month integer not null,
    area varchar not null,
    age_band varchar not null,
    sex varchar not null,
    origin varchar not null
);
