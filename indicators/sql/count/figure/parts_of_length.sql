-- One row per part that windows of one length are counted for, with the crowds that count in it.
select
    figure_part.part_id,
    list(crowd.crowd order by crowd.crowd) as crowds
from figure_part
inner join kept_part on figure_part.part_id = kept_part.part_id
inner join crowd
    on
        kept_part.own = crowd.own
        and kept_part.profile_id = crowd.kept_id
where figure_part.window_months = $window_months
group by figure_part.part_id
order by figure_part.part_id
