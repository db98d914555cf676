-- No breakdown of the source stays that adds up: they are about to be written anew.
delete from core.figure_partition
where source = $source
