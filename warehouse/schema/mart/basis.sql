-- One row: a checksum of all that the cells were computed from, and one of all but the records of persons; none while
-- they are computed.
create table mart.basis (
    checksum varchar not null,
    frame varchar not null
);
