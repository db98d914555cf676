-- One row per line of a delivered file after its header; `line` counts from the header as 1.
insert into stage.delivered by name
select
    $delivery as delivery,
    $file as file,
    row_number() over () + 1 as line,
    columns(delivered.*)
from read_csv(
    $path,
    delim = $delimiter,
    quote = '"',
    escape = '"',
    header = true,
    auto_detect = false,
    columns = $columns
) as delivered
