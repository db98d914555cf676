-- One row per category and category that it is a part of: the other categories `along` that breakdown make the whole.
create or replace temp table category_margin as
with known as (
    select
        unnest($breakdowns) as breakdown,
        unnest($categories) as category
),

margin as (
    select
        known.breakdown,
        known.category,
        unnest(['all', split_part(known.breakdown, '.', 1), split_part(known.breakdown, '.', 2)]) as of_breakdown,
        unnest(['all', split_part(known.category, '.', 1), split_part(known.category, '.', 2)]) as of_category,
        unnest([
            known.breakdown, split_part(known.breakdown, '.', 2), split_part(known.breakdown, '.', 1)
        ]) as along
    from known
    where known.breakdown != 'all'
)

select
    cast(margin.breakdown as breakdown_word) as breakdown,
    cast(margin.category as category_word) as category,
    cast(margin.of_breakdown as breakdown_word) as of_breakdown,
    cast(margin.of_category as category_word) as of_category,
    margin.along
from margin
where
    margin.of_breakdown not in (margin.breakdown, '')
    and not contains(margin.along, '.')
