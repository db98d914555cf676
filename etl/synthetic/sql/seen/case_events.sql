-- One row per event of a case, as known on a day; what is due may lie ahead.
select
    format('C{:08d}', events.case_number) as case_id,
    client.person_id,
    kind.word as kind,
    day_until(events.held_day, $known) as happened_on,
    if(events.due_day = 100000, null, as_day(events.due_day)) as due_on,
    events.exempt,
    if(events.due_day <= $known, nullif(attendance.word, 'not_told'), null) as attendance,
    organisation.word as actor_organisation,
    sector.word as actor_sector
from case_events as events
inner join client on events.number = client.number
inner join word as kind on kind.list = 'event' and events.kind = kind.place
inner join word as attendance on attendance.list = 'attendance' and events.attendance = attendance.place
inner join word as organisation on organisation.list = 'organisation' and events.actor = organisation.place
inner join word as sector on sector.list = 'actor_sector' and events.actor = sector.place
where events.told <= $known
