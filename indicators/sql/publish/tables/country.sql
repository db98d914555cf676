-- One row: the country profile.
create table portal.country as
select profile
from core.country
