-- One row per total whose parts were delivered; `excess` is how far their sum is off beyond what is allowed.
with figure as (
    select
        accepted.*,
        covered.ends_on,
        area.level,
        area.role
    from stage.accepted as accepted
    inner join stage.measure as measure
        on accepted.measure = measure.measure and measure.adds_over_areas
    inner join stage.covered as covered
        on
            accepted.measure = covered.measure
            and accepted.period_kind = covered.period_kind
            and accepted.period = covered.period
    inner join stage.area as area
        on accepted.area = area.code
    where accepted.breakdown = 'all'
),

belonging as (
    select
        figure.measure,
        figure.period_kind,
        figure.period,
        figure.area,
        membership.group_code,
        area.level as group_level
    from figure
    inner join stage.membership as membership
        on
            figure.area = membership.member_code
            and figure.ends_on >= coalesce(membership.valid_from, figure.ends_on)
            and figure.ends_on <= coalesce(membership.valid_to, figure.ends_on)
    inner join stage.area as area
        on membership.group_code = area.code
),

pair as (
    select
        part.place,
        part.within,
        total.measure,
        total.period_kind,
        total.period,
        total.area,
        total.value as total_value,
        piece.area as piece_area,
        piece.value as piece_value,
        total.role = 'country' as of_country
    from stage.part as part
    inner join figure as total
        on part.whole = total.level and total.status = 'value'
    inner join figure as piece
        on
            part.part = piece.level
            and total.measure = piece.measure
            and total.period_kind = piece.period_kind
            and total.period = piece.period
),

counted as (
    select pair.*
    from pair
    left join belonging
        on
            pair.measure = belonging.measure
            and pair.period_kind = belonging.period_kind
            and pair.period = belonging.period
            and pair.piece_area = belonging.area
            and pair.area = belonging.group_code
    -- A part within another part of the same sum is already in it.
    where
        (pair.of_country or belonging.area is not null)
        and not exists (
            select belonging_to_part.area
            from belonging as belonging_to_part
            inner join stage.part as other
                on belonging_to_part.group_level = other.part
            where
                other.place = pair.place
                and belonging_to_part.measure = pair.measure
                and belonging_to_part.period_kind = pair.period_kind
                and belonging_to_part.period = pair.period
                and belonging_to_part.area = pair.piece_area
        )
)

select
    counted.place,
    counted.measure,
    counted.period_kind,
    counted.period,
    counted.area,
    -- Where a part is hidden the sum may fall short of the total by any amount.
    greatest(
        sum(coalesce(counted.piece_value, 0)) - counted.total_value,
        if(count(*) > count(counted.piece_value), 0, counted.total_value - sum(counted.piece_value))
    )
    - counted.within as excess
from counted
group by
    counted.place,
    counted.within,
    counted.measure,
    counted.period_kind,
    counted.period,
    counted.area,
    counted.total_value
