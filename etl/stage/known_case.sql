-- One row per case that is known, from this load or from earlier ones; filled for sources that refer to cases.
create table stage.known_case (
    case_id varchar not null,
    person_id uuid not null,
    opened_on date not null
);
