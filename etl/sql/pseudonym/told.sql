-- One row: what can be told of identifiers without telling one.
select
    count(distinct identifier.normalised) as persons,
    count(*) - count(identifier.normalised) as empty,
    count(*) filter (where regexp_full_match(identifier.normalised, '[0-9]{9}')) as nine_digits,
    count(*) filter (where regexp_full_match(identifier.normalised, '[0-9]{10}')) as ten_digits
from identifier
