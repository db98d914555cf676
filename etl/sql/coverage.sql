-- One row per source of records of persons: the latest days without a gap that its deliveries cover together.
delete from core.coverage;

insert into core.coverage by name
with ordered as (
    select
        cover.source,
        cover.covers_from,
        cover.covers_to,
        max(cover.covers_to) over (
            partition by cover.source
            order by cover.covers_from, cover.covers_to
            rows between unbounded preceding and 1 preceding
        ) as covered_to
    from raw.cover as cover
)

select
    ordered.source,
    max(ordered.covers_from) filter (
        where ordered.covered_to is null or ordered.covers_from > ordered.covered_to + 1
    ) as known_from,
    max(ordered.covers_to) + 1 as known_until
from ordered
group by ordered.source;
