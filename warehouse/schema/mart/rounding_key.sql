-- One row: the fingerprint of the key that the cells were rounded with, and whether figures rounded with it are public.
create table mart.rounding_key (
    fingerprint varchar primary key,
    published boolean not null
);
