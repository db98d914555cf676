-- One row: the delivery that is staged here. `as_of` and the days that it covers are the sender's word, null without.
create table stage.delivery (
    delivery varchar not null,
    source varchar not null,
    kind varchar not null,
    as_of date,
    covers_from date,
    covers_to date
);
