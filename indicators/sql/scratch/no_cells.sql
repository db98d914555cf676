-- Nothing is left of what was computed before: first of all the list of it.
delete from mart.indicator;
delete from mart.measure;
delete from mart.measure_record;
