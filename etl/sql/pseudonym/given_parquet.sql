-- One row per row of the file.
create or replace temp view given as
select columns(given_file.*)
from read_parquet(getvariable('path')) as given_file
