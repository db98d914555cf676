-- One row per own category, kept profile and part of the figure under way that it counts in.
create or replace temp table kept_part as
select
    fit.own,
    fit.profile_id,
    fit.part_id
from profile_fit as fit
semi join figure_part on fit.part_id = figure_part.part_id
semi join kept_profile on fit.own = kept_profile.own and fit.profile_id = kept_profile.kept_id
