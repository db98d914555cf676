-- No rule of the measures that the source delivers stays: they are about to be written anew.
delete from core.figure_rule
where source = $source
