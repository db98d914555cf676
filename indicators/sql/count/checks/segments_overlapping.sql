-- One row: how many stretches of counted months begin before the one before them has ended.
select count(*) as segments
from segment
where segment.next_first <= segment.last_month
