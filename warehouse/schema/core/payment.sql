-- One row per payment of a benefit: what was paid for which month, on which day, and until when it was due;
-- the month is year * 12 + month - 1. One that is not made yet has no `paid_on`.
create table core.payment (
    person_id uuid not null,
    scheme varchar not null,
    month integer not null,
    amount integer not null,
    paid_on date,
    due_on date
);
