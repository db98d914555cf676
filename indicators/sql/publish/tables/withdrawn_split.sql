-- One row per split that the attack found to tell too much, so that it is not shown: a figure of an area by a breakdown
-- (`all`: the figure itself), in windows of at most so many months. `reason` is how many values were left of its cells.
create table portal.withdrawn_split (
    figure varchar not null,
    area varchar not null,
    breakdown varchar not null,
    months integer not null,
    reason integer not null
)
