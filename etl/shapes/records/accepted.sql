-- One row per record that breaks no rule.
with wrong as (
    select
        quarantined.file,
        quarantined.line
    from stage.quarantined as quarantined
    union all
    select
        emptied.file,
        emptied.line
    from stage.emptied as emptied
)

select * exclude (file, line, fault) -- noqa: AM04
from stage.tidy
where (file, line) not in (select (wrong.file, wrong.line) from wrong)
