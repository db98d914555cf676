-- One row per line of the file after its header, every value a text.
create or replace temp view given as
select columns(given_file.*)
from read_csv(
    getvariable('path'),
    delim = getvariable('delimiter'),
    quote = '"',
    escape = '"',
    header = true,
    auto_detect = false,
    columns = getvariable('columns')
) as given_file
