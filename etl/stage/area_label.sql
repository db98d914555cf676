-- One row per name that the source gives an area, and the time in which it means that area.
create table stage.area_label (
    label varchar not null,
    code varchar not null,
    valid_from date,
    valid_to date
);
