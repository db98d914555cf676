-- One row per spelling that stands where a period should.
select distinct
    tidy.period_kind,
    tidy.period
from stage.tidy as tidy
order by tidy.period_kind, tidy.period
