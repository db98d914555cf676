-- One row per delivery of dated records that another one went before: how many records of the last two years it is the
-- first to tell of, and how many of these are of a day more than thirty days before the last that was covered before.
create table raw.lateness (
    delivery varchar primary key,
    records bigint not null,
    late bigint not null,
    check (late <= records)
);
