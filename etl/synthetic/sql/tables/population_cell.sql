-- One row per area, month, sex and age band: residents, labour force and how it was first estimated.
create table population_cell (
    area smallint,
    month integer,
    sex tinyint,
    age tinyint,
    residents integer,
    labour_force integer,
    first_estimate integer
);
