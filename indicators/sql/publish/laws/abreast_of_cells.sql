-- One row: the number of groups of people whose cells in a row, of a period, are not those that they were written from.
with said as (
    select
        concat_ws('.', indicator, breakdown, category, period_kind, period) as key,
        sum(hash(cast(area as varchar), written)) as said
    from written_cell
    group by key
),

retold as (
    select
        key,
        unnest(string_split(names, ';')) as area,
        unnest(string_split(cells, ';')) as written
    from portal.cell_row
    where profile is null
),

said_again as (
    select
        key,
        sum(hash(area, written)) as said
    from retold
    group by key
)

select count(*) as broken
from said
full outer join said_again
    on said.key = said_again.key
where coalesce(said.said != said_again.said, true)
