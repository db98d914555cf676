-- One row per breakdown and period that a figure is counted for: how many categories the breakdown has.
create or replace temp table figure_grid as
with wanted as (
    select
        unnest($figures) as figure,
        cast(unnest($breakdowns) as breakdown_word) as breakdown,
        cast(unnest($period_kinds) as period_kind_word) as period_kind,
        unnest($categories) as categories
)

select
    wanted.figure,
    wanted.breakdown,
    calendar.period_kind,
    calendar.period,
    calendar.last_day,
    wanted.categories
from wanted
inner join figure on wanted.figure = figure.figure
inner join calendar
    on
        wanted.period_kind = calendar.period_kind
        and figure.first_day <= calendar.first_day
        and figure.last_day >= calendar.last_day
