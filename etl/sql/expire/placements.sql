-- Deletes jobs found before the days that are kept.
delete from raw.placements as placement
where placement.placed_on < $kept_from
returning person_id
