-- One row per delivered measure and breakdown whose categories add up to the unsplit figure.
create table core.figure_partition (
    measure varchar not null,
    source varchar not null,
    breakdown varchar not null,
    primary key (measure, breakdown)
);
