-- One row per notice of layoffs, as delivered. `person_id` is the employer's pseudonym.
create table raw.layoff_notices (
    notice_id varchar not null,
    person_id uuid not null,
    area varchar,
    notified_on date not null,
    persons integer not null,
    delivery varchar not null
);
