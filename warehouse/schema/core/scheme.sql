-- One row per scheme of the country; `place` is its priority, 0 the first.
create table core.scheme (
    scheme varchar primary key,
    place integer not null unique,
    scheme_group varchar not null,
    gap_days integer not null
);
