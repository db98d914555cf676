-- One row per delivered scheme that the country's profile does not name.
select distinct delivered.scheme
from raw.benefit_spells as delivered
anti join core.scheme as scheme on delivered.scheme = scheme.scheme
union
select delivered.scheme
from raw.payments as delivered
anti join core.scheme as scheme on delivered.scheme = scheme.scheme
