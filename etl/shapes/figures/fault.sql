-- One row per name in a file that means no area: it refuses the delivery. `line` is the first that bears it.
with known as (
    select area_label.label as area_name
    from stage.area_label as area_label
    union
    select area.code as area_name
    from stage.area as area
)

select
    resolved.file,
    if(known.area_name is null, 'unknown area', 'this area did not exist in the period') as rule,
    min(resolved.line) as line,
    column_role.column_name,
    if(resolved.area_name = '', 'nothing stands there', '"' || resolved.area_name || '"') as detail
from stage.resolved as resolved
inner join stage.column_role as column_role
    on column_role.holds = 'area'
left join known
    on resolved.area_name = known.area_name
where resolved.area_code is null and (known.area_name is null or resolved.ends_on is not null)
group by resolved.file, resolved.area_name, known.area_name, column_role.column_name
order by resolved.file, line
