-- One row per person who was forgotten: SHA-256 of the pseudonym as delivered, so that nobody is loaded again.
create table raw.forgotten (
    person_sha256 varchar primary key
);
