-- One row per job found through the job centre, as known on a day.
select
    client.person_id,
    if(
        placements.misspelt,
        strftime(as_day(placements.day), '%d.%m.%Y'),
        strftime(as_day(placements.day), '%Y-%m-%d')
    ) as placed_on,
    sector.word as sector
from placements
inner join client on placements.number = client.number
inner join word as sector on sector.list = 'sector' and placements.sector = sector.place
where placements.told <= $known
