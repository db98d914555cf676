-- One row per area, quarter (by its last month) and category: what was spent, as settled and as first closed.
create table expenditure_cell (
    area smallint,
    month integer,
    category tinyint,
    amount bigint,
    first_closed bigint
);
