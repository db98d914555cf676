-- One row per delivery ever loaded; `place` is the order of loading, `delivery` a checksum over its files.
create table raw.delivery (
    delivery varchar primary key,
    place integer not null unique,
    source varchar not null,
    kind varchar not null,
    as_of date not null,
    first_period varchar not null,
    last_period varchar not null,
    rows_delivered bigint not null,
    rows_loaded bigint not null,
    rows_quarantined bigint not null,
    check (rows_delivered = rows_loaded + rows_quarantined)
);
