-- One row per cell of a figure that was known narrowly when a release came: what its true number can be.
select
    known.last_month,
    known.months,
    known.breakdown,
    known.category,
    known.area,
    known.low,
    known.high
from mart.known as known
where
    known.release = $release
    and known.figure = $figure
