-- One row per expectation checked on a delivery; counts only, no value of a row.
create table raw.check_result (
    delivery varchar not null,
    table_name varchar not null,
    kind varchar not null,
    note varchar not null,
    severity varchar not null,
    success boolean not null,
    checked bigint,
    unexpected bigint,
    observed varchar not null
);
