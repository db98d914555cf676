-- One row per measure, category, period and area that has a figure: delivered, made from delivered ones, or counted
-- from records of persons and protected since (`rounded`). `wide` is a mean, median or survival of few persons.
create or replace temp table measure_figure (
    measure varchar not null,
    breakdown breakdown_word not null,
    category category_word not null,
    period_kind period_kind_word not null,
    period period_word not null,
    area area_word not null,
    value decimal(18, 4),
    status varchar not null,
    summed boolean not null,
    predecessors boolean not null,
    rounded boolean not null,
    provisional boolean not null,
    wide boolean not null
)
