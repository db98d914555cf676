-- One row per spell on a scheme that is known to have ended: its first and last day, and where it led to.
create table core.benefit_exit (
    person_id uuid not null,
    scheme varchar not null,
    start_on date not null,
    last_day date not null,
    destination varchar not null
);
