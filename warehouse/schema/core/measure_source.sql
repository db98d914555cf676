-- One row per measure that a source delivers; `adds_over_areas` tells whether its figures may be summed.
create table core.measure_source (
    measure varchar primary key,
    source varchar not null,
    adds_over_areas boolean not null
);
