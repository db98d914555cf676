-- One row per period kind of one indicator in which cells have a value in the draft and in the release before.
insert into portal.revision
select
    $indicator as indicator,
    period_kind,
    compared,
    changed,
    largest
from compared
where compared > 0
order by period_kind
