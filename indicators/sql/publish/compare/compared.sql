-- One row per period kind of one indicator: its cells in the draft and in the release before (`previous`). Only a cell
-- with a value in both is compared; what is shown in one of them alone is counted by itself. What one of them holds is
-- of an earlier release.
create or replace temp table compared as
select
    now.period_kind,
    count(*) filter (where now.value is not null and before.value is not null) as compared,
    count(*) filter (where now.value != before.value) as changed,
    max(abs(now.value - before.value)) as largest,
    count(*) filter (where now.value is null and before.value is not null) as hidden,
    count(*) filter (where now.value is not null and before.value is null) as shown
from portal.cell as now
inner join previous.cell as before
    on
        now.breakdown = before.breakdown
        and now.category = before.category
        and now.period_kind = before.period_kind
        and now.period = before.period
        and now.area = before.area
where
    now.indicator = $indicator
    and before.indicator = $indicator
    and not contains(now.flags, 'held')
    and not contains(before.flags, 'held')
group by now.period_kind
