-- One row per vacancy at a workplace; `closed_on` is the first day after.
create table core.vacancy (
    person_id uuid not null,
    workplace_id uuid not null,
    positions integer not null,
    opened_on date not null,
    closed_on date,
    filled_on date,
    referred_positions integer not null
);
