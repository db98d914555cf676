-- One row per column of the table that keeps a source's rows, in their order; none before its first delivery.
select columns.column_name
from information_schema.columns as columns
where
    columns.table_catalog = 'warehouse'
    and columns.table_schema = 'raw'
    and columns.table_name = $source
order by columns.ordinal_position
