-- One row per delivery of records of persons: the days that it covers, both included.
create table raw.cover (
    delivery varchar primary key,
    source varchar not null,
    covers_from date not null,
    covers_to date not null,
    check (covers_from <= covers_to)
);
