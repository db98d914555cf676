-- One row per indicator, category and period kind: the first and the last of its rows in the file, which lie together.
-- Readers go straight to them; without this table they would have to look for the words in millions of rows.
create table portal.cell_stretch as
select
    indicator,
    breakdown,
    period_kind,
    category,
    min(rowid) as first_row,
    max(rowid) as last_row
from portal.cell
group by
    indicator,
    breakdown,
    period_kind,
    category
order by first_row
