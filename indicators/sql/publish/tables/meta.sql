-- One row per fact about the release itself.
create table portal.meta (
    key varchar primary key,
    value varchar not null
)
