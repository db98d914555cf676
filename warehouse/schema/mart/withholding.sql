-- One row, once it was asked for: whether delivered figures are withheld so that hidden ones cannot be worked out.
create table mart.withholding (
    wanted boolean not null
);
