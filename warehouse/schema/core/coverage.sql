-- One row per source of records of persons: the days that its deliveries cover; `known_until` is the first day after.
create table core.coverage (
    source varchar primary key,
    known_from date not null,
    known_until date not null,
    check (known_from < known_until)
);
