-- One row per measure of persons and source of the records that it is counted from.
create table mart.measure_record (
    measure varchar not null,
    source varchar not null,
    primary key (measure, source)
);
