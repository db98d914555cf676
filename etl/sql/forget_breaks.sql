-- No break of the source's measures stays: they are about to be written anew.
delete from core.series_break
using core.measure_source as measure_source
where
    series_break.measure = measure_source.measure
    and measure_source.source = $source
