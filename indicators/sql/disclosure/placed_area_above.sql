-- One row per area and area that it is a part of, in whole numbers, with the months in which it is.
select
    enum_code(area_above.area) as area,
    enum_code(area_above.above) as above,
    area_above.first_month,
    area_above.last_month,
    area_above.level,
    area_above.closing
from area_above
