-- One row per pension granted, as known on a day.
select
    client.person_id,
    kind.word as kind,
    as_day(pensions.day) as granted_on
from pensions
inner join client on pensions.number = client.number
inner join word as kind on kind.list = 'pension' and pensions.kind = kind.place
where pensions.told <= $known
