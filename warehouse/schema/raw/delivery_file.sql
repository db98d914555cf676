-- One row per file of a delivery.
create table raw.delivery_file (
    delivery varchar not null,
    file varchar not null,
    bytes bigint not null,
    sha256 varchar not null,
    primary key (delivery, file)
);
