-- One row per figure counted from records of persons: what adds up in it, whether over
-- workplaces that may count for many, and the days that its periods lie within.
create or replace temp table figure as
select
    unnest($figures) as figure,
    unnest($statistics) as statistic,
    unnest($additions) as adds_up,
    unnest($workplaces) as of_workplaces,
    unnest($first_days) as first_day,
    unnest($last_days) as last_day
