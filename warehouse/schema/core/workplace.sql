-- One row per employer (`person_id`) and area that anything is told of it in: a workplace, which is what is counted.
-- `told_areas` are the codes as delivered: one, or all that are not known, an empty one where there is none.
create table core.workplace (
    person_id uuid not null,
    workplace_id uuid not null,
    told_areas varchar[] not null,
    area varchar not null
);
