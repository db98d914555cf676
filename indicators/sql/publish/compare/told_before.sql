-- One row more per figure of what releases before (`previous`) told: in another month than this one or, of two in the
-- same month, instead of what this one tells. Only what is still shown, and is counted as it was.
insert or replace into portal.told
select
    before.indicator,
    before.period_kind,
    before.period,
    before.months_after,
    before.release,
    before.value,
    before.provisional
from previous.told as before
anti join portal.redefined as redefined on before.indicator = redefined.indicator
semi join portal.told as now
    on
        before.indicator = now.indicator
        and before.period_kind = now.period_kind
        and before.period = now.period
order by all
