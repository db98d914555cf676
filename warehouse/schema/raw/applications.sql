-- One row per person's application for a benefit, as delivered; what has not happened yet is null.
create table raw.applications (
    person_id uuid not null,
    scheme varchar not null,
    applied_on date not null,
    complete_on date,
    decided_on date,
    outcome varchar,
    delivery varchar not null
);
