-- One row per application for a benefit, as known on a day.
select
    client.person_id,
    scheme.word as scheme,
    as_day(applications.applied) as applied_on,
    day_until(applications.complete, $known) as complete_on,
    day_until(applications.decided, $known) as decided_on,
    if(applications.decided > $known, null, outcome.word) as outcome
from applications
inner join client on applications.number = client.number
inner join word as scheme on scheme.list = 'scheme' and applications.scheme = scheme.place
inner join word as outcome on outcome.list = 'outcome' and applications.outcome = outcome.place
where applications.told <= $known
