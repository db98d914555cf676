-- One row per job found through the job centre.
create table core.placement (
    person_id uuid not null,
    placed_on date not null,
    sector varchar
);
