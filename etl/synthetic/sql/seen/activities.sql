-- One row per activity, as known on a day; a last day that was planned may lie ahead.
select
    client.person_id,
    kind.word as kind,
    as_day(activities.start_day) as start_on,
    if(
        activities.planned, as_day(activities.end_day - 1), day_until(activities.end_day - 1, $known)
    ) as last_day,
    as_day(activities.agreed - 1) as planned_last_day
from activities
inner join client on activities.number = client.number
inner join word as kind on kind.list = 'activity' and activities.kind = kind.place
where activities.told <= $known
