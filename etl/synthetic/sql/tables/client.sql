-- One row per client with the pseudonym.
create table client (
    number integer primary key,
    person_id varchar
);
