-- One row per category and category that it is a part of: `all`, and for a pair such as `female.25-29` both margins.
create or replace temp table part_above as
select
    part.part_id,
    whole.part_id as above
from category_part as part
inner join category_part as whole
    on
        (whole.breakdown = 'all' and part.breakdown != 'all')
        or (
            contains(part.breakdown, '.')
            and (
                (
                    whole.breakdown = split_part(part.breakdown, '.', 1)
                    and whole.category = split_part(part.category, '.', 1)
                )
                or (
                    whole.breakdown = split_part(part.breakdown, '.', 2)
                    and whole.category = split_part(part.category, '.', 2)
                )
            )
        )
