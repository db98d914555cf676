-- Deletes vacancies that closed before the days that are kept.
delete from raw.vacancies as vacancy
where vacancy.closed_on <= $kept_from
returning person_id
