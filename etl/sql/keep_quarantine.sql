-- One row per delivered row that broke a rule.
insert into warehouse.raw.quarantine by name
select
    delivery.delivery,
    quarantined.file,
    quarantined.line,
    quarantined.column_name,
    quarantined.rule,
    quarantined.value_class
from stage.quarantined as quarantined
cross join stage.delivery as delivery
