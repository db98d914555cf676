-- One row per measure that the computed indicators use, with the very SQL that counted it.
create table mart.measure (
    measure varchar primary key,
    sql varchar not null
);
