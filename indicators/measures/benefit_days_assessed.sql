-- One row per stretch of days on benefit, each day once, on which one assessment of the person's need holds.
select
    piece.person_id,
    assessment.need as category,
    greatest(piece.start_on, assessment.start_on) as start_on,
    least(piece.end_on, assessment.end_on) as end_on,
    piece.degree
from core.benefit_piece as piece
inner join core.need_assessment as assessment
    on
        piece.person_id = assessment.person_id
        and piece.start_on < coalesce(assessment.end_on, date '9999-12-31')
        and coalesce(piece.end_on, date '9999-12-31') > assessment.start_on
where piece.first_choice
