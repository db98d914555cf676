-- One row: the number of groups of people whose cells in a row, of an area, are not those that they were written from.
with figure as (
    select
        concat_ws('.', indicator, breakdown, category, area, period_kind) as key,
        cast(period as varchar) as period,
        value,
        numerator,
        denominator,
        lower,
        upper,
        status,
        flags
    from portal.cell
    where not contains(breakdown, '.')
),

retold as (
    select
        key,
        unnest(string_split(names, ';')) as period,
        string_split(unnest(string_split(cells, ';')), '|') as parts
    from portal.cell_row
    where profile is not null
),

said as (
    select
        key,
        sum(hash(period, value, numerator, denominator, lower, upper, status, flags)) as said
    from figure
    group by key
),

said_again as (
    select
        key,
        sum(
            hash(
                period,
                cast(nullif(parts[3], '') as decimal(18, 4)),
                cast(nullif(parts[4], '') as decimal(18, 4)),
                cast(nullif(parts[5], '') as decimal(18, 4)),
                cast(nullif(parts[6], '') as decimal(18, 4)),
                cast(nullif(parts[7], '') as decimal(18, 4)),
                if(parts[1] = '', 'value', parts[1]),
                coalesce(parts[2], '')
            )
        ) as said
    from retold
    group by key
)

select count(*) as broken
from said
full outer join said_again
    on said.key = said_again.key
where coalesce(said.said != said_again.said, true)
