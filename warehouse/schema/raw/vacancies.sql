-- One row per vacancy, as delivered; `closed_on` is the first day after. `person_id` is the employer's pseudonym.
create table raw.vacancies (
    vacancy_id varchar not null,
    person_id uuid not null,
    area varchar,
    industry varchar,
    positions integer not null,
    opened_on date not null,
    closed_on date,
    filled_on date,
    filled_positions integer,
    referred_positions integer,
    delivery varchar not null
);
