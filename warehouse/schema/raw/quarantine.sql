-- One row per delivered row that broke a rule of its contract. `value_class` says what stood there, never the value.
create table raw.quarantine (
    delivery varchar not null,
    file varchar not null,
    line bigint not null,
    column_name varchar not null,
    rule varchar not null,
    value_class varchar not null
);
