-- One row per person whom the core tells of otherwise than when the cells were computed, or may.
create table earlier.person (
    person_id uuid not null
);
