-- One row: the delivery that is staged here. `as_of` is the sender's word, null without one.
create table stage.delivery (
    delivery varchar not null,
    source varchar not null,
    kind varchar not null,
    as_of date
);
