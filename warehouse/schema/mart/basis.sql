-- One row: a checksum of all that the cells were computed from; none while they are computed.
create table mart.basis (
    checksum varchar not null
);
