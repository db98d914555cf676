-- One row per value that a column with a fixed list of values may have.
create table stage.column_label (
    column_name varchar not null,
    label varchar not null,
    code varchar not null,
    primary key (column_name, label)
);
