-- Nothing is left of what was computed before.
delete from mart.cell;
delete from mart.counted;
delete from mart.indicator;
delete from mart.measure;
delete from mart.measure_record;
