-- One row per table of the core of the warehouse that is attached as `whole`: whether it is of persons.
select
    known.table_name,
    bool_or(known.column_name = 'person_id') as of_persons
from information_schema.columns as known
where
    known.table_catalog = 'whole'
    and known.table_schema = 'core'
group by known.table_name
