-- One row per part of a figure and the delivered column that holds it.
create table stage.column_role (
    holds varchar primary key,
    column_name varchar not null
);
