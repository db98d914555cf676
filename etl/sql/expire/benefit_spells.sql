-- Deletes days on benefit that ended before the days that are kept.
delete from raw.benefit_spells as spell
where spell.end_on <= $kept_from
returning person_id
