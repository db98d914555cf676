-- One row per payment of a benefit, as delivered; the month that it is for is year * 12 + month - 1.
create table raw.payments (
    person_id uuid not null,
    scheme varchar not null,
    month integer not null,
    amount integer not null,
    paid_on date,
    due_on date,
    delivery varchar not null
);
