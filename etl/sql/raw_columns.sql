-- One row per column of the table that keeps a source's rows, in their order; none before its first delivery.
select columns.column_name
from duckdb_columns() as columns
where
    columns.database_name = 'warehouse'
    and columns.schema_name = 'raw'
    and columns.table_name = $source
order by columns.column_index
