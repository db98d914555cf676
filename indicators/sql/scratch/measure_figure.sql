-- One row per measure, category, period and area that has a figure: delivered, made from delivered ones, or counted
-- from records of persons and protected since (`rounded`). `wide` is a mean, median or survival of few persons.
create or replace temp table measure_figure (
    measure varchar not null,
    breakdown varchar not null,
    category varchar not null,
    period_kind varchar not null,
    period varchar not null,
    area varchar not null,
    value decimal(18, 4),
    status varchar not null,
    summed boolean not null,
    predecessors boolean not null,
    rounded boolean not null,
    provisional boolean not null,
    wide boolean not null
)
