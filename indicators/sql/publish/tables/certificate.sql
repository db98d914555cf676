-- One row per fact about the attack on the release.
create table portal.certificate (
    key varchar primary key,
    value varchar not null
)
