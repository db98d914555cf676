-- One row per part: the numbers of the words that name it.
select
    part.part_id,
    enum_code(part.breakdown) as breakdown,
    enum_code(part.category) as category
from category_part as part
