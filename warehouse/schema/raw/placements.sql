-- One row per job that somebody found through the job centre, as delivered.
create table raw.placements (
    person_id uuid not null,
    placed_on date not null,
    sector varchar,
    delivery varchar not null
);
