-- One row per category, period and area of the indicator under way that has a figure; `rounded_above` and
-- `rounded_below` tell of its numerator and its denominator.
create or replace temp table indicator_figure (
    breakdown breakdown_word not null,
    category category_word not null,
    period_kind period_kind_word not null,
    period period_word not null,
    area area_word not null,
    value decimal(18, 4),
    numerator decimal(18, 4),
    denominator decimal(18, 4),
    lower decimal(18, 4),
    upper decimal(18, 4),
    status varchar not null,
    summed boolean not null,
    predecessors boolean not null,
    rounded_above boolean not null,
    rounded_below boolean not null,
    provisional boolean not null,
    wide boolean not null
)
