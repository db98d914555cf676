-- Nothing is listed as computed any more.
delete from mart.indicator;
delete from mart.measure;
delete from mart.measure_record;
