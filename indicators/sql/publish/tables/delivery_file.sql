-- One row per delivered file.
create table portal.delivery_file as
select
    delivery,
    file,
    bytes,
    sha256
from raw.delivery_file
order by all
