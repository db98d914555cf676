-- One row per period of a source's figures in an area that has ended, with the area's last day.
select distinct
    figure.source,
    figure.area,
    area.valid_to,
    figure.period_kind,
    figure.period
from core.figure as figure
inner join core.area as area
    on figure.area = area.code
where area.valid_to is not null
