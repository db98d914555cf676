-- One row per place: the number of the word that names its area.
select
    place.place_id,
    enum_code(place.area) as area
from place
