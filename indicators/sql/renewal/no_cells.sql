-- The indicator's cells are about to be written anew.
delete from mart.cell
where cell.indicator = $indicator
