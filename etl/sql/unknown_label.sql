-- One row per value in a file that its column's list does not know. `line` is the first that bears it.
with filled as (
    select
        delivered.file,
        delivered.line,
        coalesce(columns(* exclude (delivery, file, line)), '')
    from stage.delivered as delivered
),

cell as (
    unpivot filled
    on columns(* exclude (file, line))
    into name column_name value label
)

select
    cell.file,
    'unknown value' as rule,
    min(cell.line) as line,
    cell.column_name,
    if(cell.label = '', 'nothing stands there', '"' || cell.label || '"') as detail
from cell
semi join stage.column_label as listed
    on cell.column_name = listed.column_name
anti join stage.column_label as known
    on cell.column_name = known.column_name and cell.label = known.label
group by cell.file, cell.column_name, cell.label
order by cell.file, line
