-- One row per stretch of time in which an area belongs to a group; `valid_to` is the last day.
create table stage.membership (
    group_code varchar not null,
    member_code varchar not null,
    valid_from date,
    valid_to date
);
