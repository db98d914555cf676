-- One row at most: the categories and months of the figures whose cells the tables of `figure` tell of.
create or replace temp table frame (
    breakdowns varchar[] not null,
    period_kinds varchar[] not null,
    first_month integer not null,
    last_month integer not null
)
