-- No sum of the source stays: they are about to be written anew.
delete from core.figure_sum
where source = $source
