-- One row per notice of layoffs at a workplace.
create table core.layoff_notice (
    person_id uuid not null,
    workplace_id uuid not null,
    notified_on date not null,
    persons integer not null
);
