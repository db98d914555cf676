-- One row per indicator that was computed; `definition` is JSON, `place` its order in the catalogue.
create table mart.indicator (
    indicator varchar primary key,
    place integer not null,
    definition varchar not null
);
