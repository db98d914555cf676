-- One row per vacancy, from the day on which it opened to the day on which it was filled. One that was not is followed
-- to its closing, or to the end of the records. As in every measure of durations `exit_known` says whether it came to
-- the end that is asked for, here that it was filled.
select
    vacancy.workplace_id as person_id,
    cast(null as varchar) as category,
    vacancy.opened_on as start_on,
    coalesce(vacancy.filled_on + 1, vacancy.closed_on, coverage.known_until) as end_on,
    100 as degree,
    vacancy.filled_on is not null as exit_known
from core.vacancy as vacancy
inner join core.coverage as coverage on coverage.source = 'vacancies'
