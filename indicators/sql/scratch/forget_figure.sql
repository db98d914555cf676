-- Nothing is left of a figure that no indicator needs any more.
delete from measure_figure
where measure_figure.measure = $figure
