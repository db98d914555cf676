-- One row per unsplit figure of the whole country that is not what it was in the release before (`previous`), where
-- both have one.
insert into portal.moved
select
    now.indicator,
    now.period_kind,
    now.period,
    now.area,
    before.value as before,
    now.value as now
from portal.cell as now
inner join previous.cell as before
    on
        now.indicator = before.indicator
        and now.period_kind = before.period_kind
        and now.period = before.period
        and now.area = before.area
where
    now.area = $country
    and now.breakdown = 'all'
    and before.breakdown = 'all'
    and now.value != before.value
order by all
