-- One row per area, month, sex and age band with the labour force, totals included; the last month is an estimate.
select
    coalesce(area.word, whole.word) as area,
    as_month(cells.month) as month,
    coalesce(sex.word, 'all') as sex,
    coalesce(age.word, 'all') as age,
    cast(sum(if(cells.month = $month, cells.first_estimate, cells.labour_force)) as integer) as persons
from population_cell as cells
inner join word as whole on whole.list = 'country'
inner join word as area on area.list = 'area' and cells.area = area.place
inner join word as sex on sex.list = 'sex' and cells.sex = sex.place
inner join word as age on age.list = 'age' and cells.age = age.place
where cells.month <= $month
group by grouping sets (
    (whole.word, cells.month, area.word, sex.word, age.word),
    (whole.word, cells.month, area.word, sex.word),
    (whole.word, cells.month, area.word, age.word),
    (whole.word, cells.month, area.word),
    (whole.word, cells.month, sex.word, age.word),
    (whole.word, cells.month, sex.word),
    (whole.word, cells.month, age.word),
    (whole.word, cells.month)
)
