-- Shows the rows of the Parquet files under way as if they had been kept; `line` counts from 1.
alter table stage.delivered rename to delivered_nothing;

create view stage.delivered as
from stage.delivered_nothing
union all by name
select
    getvariable('delivered_files').delivery as delivery,
    delivered.filename[getvariable('delivered_files').name_begins:] as file,
    delivered.file_row_number + 1 as line,
    columns(delivered.* exclude (delivered.filename, delivered.file_row_number))
from read_parquet(
    getvariable('delivered_files').files,
    filename = true,
    file_row_number = true,
    union_by_name = true
) as delivered;
