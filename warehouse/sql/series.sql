-- One row per indicator and period kind: an area's figures in all periods, of groups whose rows lie together.
select
    indicator,
    period_kind,
    periods,
    figures,
    statuses
from series
where
    rowid between $first_row and $last_row
    and area = $area
    and list_contains($period_kinds, period_kind)
