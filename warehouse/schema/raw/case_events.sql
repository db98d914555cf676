-- One row per event of a case, as delivered; `happened_on` is null while it is due and not held.
create table raw.case_events (
    case_id varchar not null,
    person_id uuid not null,
    kind varchar not null,
    happened_on date,
    due_on date,
    exempt boolean not null,
    attendance varchar,
    actor_organisation varchar,
    actor_sector varchar,
    delivery varchar not null
);
