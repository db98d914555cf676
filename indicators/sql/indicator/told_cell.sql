-- One row per category, period and area of which the indicator under way tells something. Flags speak of a number,
-- or of one that is larger than is followed.
create or replace temp view told_cell as
select
    figure.breakdown,
    figure.category,
    figure.period_kind,
    figure.period,
    figure.area,
    figure.value,
    figure.numerator,
    figure.denominator,
    figure.lower,
    figure.upper,
    figure.status,
    case
        when figure.status in ('value', 'beyond')
            then concat_ws(
                ',',
                case when broken.period is not null or anew.period is not null then 'break' end,
                case when figure.predecessors then 'predecessors' end,
                case when figure.provisional then 'provisional' end,
                case when figure.rounded_above or figure.rounded_below then 'rounded' end,
                case when figure.summed then 'summed' end,
                case when figure.wide then 'wide' end
            )
        else ''
    end as flags
from indicator_figure as figure
left join broken
    on
        figure.period_kind = broken.period_kind
        and figure.period = broken.period
left join anew
    on
        figure.period_kind = anew.period_kind
        and figure.period = anew.period
        and figure.area = anew.area
where figure.status != 'not_available'
