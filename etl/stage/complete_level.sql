-- One row per area level of which every area should have a figure in every period.
create table stage.complete_level (
    level varchar primary key
);
