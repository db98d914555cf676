-- One row per source of records of persons: the days that were covered when the cells were computed. None where that is
-- too long ago: everybody has been told anew since, or somebody was forgotten.
create table earlier.coverage (
    source varchar primary key,
    known_from date not null,
    known_until date not null
);
