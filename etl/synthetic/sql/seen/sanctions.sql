-- One row per sanction, as known on a day; a complaint is known once it is decided.
select
    client.person_id,
    scheme.word as scheme,
    as_day(sanctions.day) as decided_on,
    kind.word as kind,
    day_until(sanctions.complaint, $known) as complaint_decided_on,
    case when sanctions.complaint <= $known then if(sanctions.changed, 'changed', 'upheld') end as complaint_outcome
from sanctions
inner join client on sanctions.number = client.number
inner join word as scheme on scheme.list = 'scheme' and sanctions.scheme = scheme.place
inner join word as kind on kind.list = 'sanction' and sanctions.kind = kind.place
where sanctions.told <= $known
