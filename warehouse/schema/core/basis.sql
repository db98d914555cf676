-- One row: a checksum of what the core of all persons was told from, but for their records.
create table core.basis (
    checksum varchar not null
);
