-- One row per pension granted.
create table pensions (
    number integer,
    kind tinyint,
    day integer,
    told integer
);
