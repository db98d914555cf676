-- One row per stretch of time in which an area belongs to a group; `valid_to` is the last day, null while it stands.
create table core.membership (
    grouping varchar not null,
    group_code varchar not null,
    member_code varchar not null,
    valid_from date,
    valid_to date,
    source varchar not null
);
