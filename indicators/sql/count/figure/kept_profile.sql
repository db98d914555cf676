-- One row per own category and profile: the profile that stands for all those which count in the same parts.
create or replace temp table kept_profile as
with counted_in as (
    select
        fit.own,
        fit.profile_id,
        list(fit.part_id order by fit.part_id) as parts
    from profile_fit as fit
    semi join figure_part on fit.part_id = figure_part.part_id
    group by
        fit.own,
        fit.profile_id
)

select
    counted_in.own,
    counted_in.profile_id,
    min(counted_in.profile_id) over (partition by counted_in.own, counted_in.parts) as kept_id
from counted_in
