-- One row per period kind of one indicator: its cells in the draft and in the release before (`previous`).
insert into portal.revision
select
    $indicator as indicator,
    now.period_kind,
    count(*) as compared,
    count(*) filter (where now.status != before.status or now.value != before.value) as changed,
    max(abs(now.value - before.value)) as largest
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
group by now.period_kind
order by now.period_kind
