-- One row: the persons of one scheme, in months everywhere and in longer periods in the country, and how many are more
-- than those of all schemes.
select
    count(*) as checked,
    count(*) filter (where coalesce(one.amount > whole.amount, true)) as broken
from mart.counted as one
inner join figure on one.figure = figure.figure
inner join area_role on one.area = area_role.area
left join mart.counted as whole
    on
        one.period_kind = whole.period_kind
        and one.period = whole.period
        and one.area = whole.area
        and whole.breakdown = 'all'
        and whole.figure = $figure
where
    one.figure = $figure
    and one.breakdown = 'scheme'
    and figure.adds_up = 'persons'
    and (one.period_kind = 'month' or area_role.role = 'country')
