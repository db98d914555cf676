-- One row per person and month in ordinary education, of whatever level.
insert into core.education_month by name
select distinct
    delivered.person_id,
    delivered.month
from raw.education_months as delivered
