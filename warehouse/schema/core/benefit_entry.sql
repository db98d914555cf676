-- One row per spell on a scheme that is known to begin: its first day, and what came before.
create table core.benefit_entry (
    person_id uuid not null,
    scheme varchar not null,
    start_on date not null,
    came_from varchar not null
);
