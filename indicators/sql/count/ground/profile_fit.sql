-- One row per part, its own category and a profile of persons that belongs to it.
create or replace temp table profile_fit as
select
    part.own,
    profile.profile_id,
    part.part_id
from category_part as part
inner join profile
    on
        coalesce(part.sex, profile.sex) = profile.sex
        and coalesce(part.age_band, profile.age_band) = profile.age_band
        and coalesce(part.origin, profile.origin) = profile.origin
