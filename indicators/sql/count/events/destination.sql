-- One row per event, as before: in a measure that tells of no destinations none has one.
alter table measure_row add column if not exists destination varchar
