-- One row per person, scheme and stretch of days on it, disjoint in a scheme; `end_on` is the first day after.
-- `first_choice` tells that no scheme of higher priority covers these days.
create table core.benefit_piece (
    person_id uuid not null,
    scheme varchar not null,
    start_on date not null,
    end_on date,
    degree smallint not null,
    first_choice boolean not null
);
