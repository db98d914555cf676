-- One row per row of a delivered Parquet file; `line` counts from 1.
insert into stage.delivered by name
select
    $delivery as delivery,
    $file as file,
    delivered.file_row_number + 1 as line,
    columns(delivered.* exclude (delivered.file_row_number))
from read_parquet($path, file_row_number = true) as delivered
