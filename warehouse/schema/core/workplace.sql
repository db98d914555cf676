-- One row per employer (`person_id`) and area that anything is told of it in: a workplace, which is what is counted.
-- `told_area` is the code as delivered.
create table core.workplace (
    person_id uuid not null,
    workplace_id uuid not null,
    told_area varchar,
    area varchar not null
);
