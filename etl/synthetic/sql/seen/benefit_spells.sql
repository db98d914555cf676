-- One row per benefit row, as known on a day; what goes on into a day not known has no last day yet.
select
    client.person_id,
    scheme.word as scheme,
    as_day(spells.start_day) as start_on,
    day_until(spells.end_day - 1, $known - cast(spells.followed as integer)) as last_day,
    spells.degree,
    as_day(spells.told) as recorded_on
from benefit_spells as spells
inner join client on spells.number = client.number
inner join word as scheme on scheme.list = 'scheme' and spells.scheme = scheme.place
where spells.told <= $known and spells.gone > $known
