-- One row: the country profile as JSON.
create table core.country (
    profile varchar not null
);
