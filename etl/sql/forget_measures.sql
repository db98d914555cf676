-- No measure of the source stays: they are about to be written anew.
delete from core.measure_source
where source = $source
