-- One row per measure of the source; `decimals` is how exact it is delivered.
create table stage.measure (
    measure varchar primary key,
    decimals integer not null,
    adds_over_areas boolean not null
);
