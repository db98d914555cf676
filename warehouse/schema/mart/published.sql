-- One row, once there is a release: its name, and a fingerprint of all that it was made from, which stays in the house.
create table mart.published (
    release varchar not null,
    made_from varchar not null
);
