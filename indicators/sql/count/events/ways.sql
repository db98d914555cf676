-- One row per event, as before: in a measure that does not tell where events lead to, or come from, none has it.
alter table measure_row add column if not exists destination varchar;
alter table measure_row add column if not exists came_from varchar
