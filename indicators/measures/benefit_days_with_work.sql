-- One row per person and stretch of days on benefit, each day once, in a month in which the person has paid work.
-- Months are year * 12 + month - 1.
with worked as (
    select
        work.person_id,
        make_date(work.month // 12, work.month % 12 + 1, 1) as start_on,
        make_date((work.month + 1) // 12, (work.month + 1) % 12 + 1, 1) as end_on
    from core.work_month as work
    where work.hours > 0
)

select
    piece.person_id,
    piece.scheme as category,
    greatest(piece.start_on, worked.start_on) as start_on,
    least(piece.end_on, worked.end_on) as end_on,
    piece.degree
from core.benefit_piece as piece
inner join worked
    on
        piece.person_id = worked.person_id
        and piece.start_on < worked.end_on
        and coalesce(piece.end_on, date '9999-12-31') > worked.start_on
where piece.first_choice
