-- One row per tidy row as it is understood, with the first rule that it breaks; `rule` is null where all is well.
with read_row as (
    select
        tidy.file,
        tidy.line,
        tidy.indicator,
        tidy.period_kind,
        tidy.period,
        tidy.area,
        period.ends_on,
        coalesce(nullif(tidy.breakdown, ''), 'all') as breakdown,
        coalesce(nullif(tidy.category, ''), 'all') as category,
        trim(coalesce(tidy.value_text, '')) as value_text,
        nullif(trim(tidy.rounded_text), '') as rounded_text,
        nullif(trim(tidy.within_text), '') as within_text
    from stage.tidy as tidy
    left join stage.period as period
        on tidy.period_kind = period.period_kind and tidy.period = period.period
),

numbered as (
    select
        read_row.*,
        as_number(read_row.value_text) as total,
        as_number(read_row.rounded_text) as rounded_to,
        as_number(read_row.within_text) as within
    from read_row
),

compared as (
    select
        numbered.*,
        delivery.covers_to,
        area.code is not null as area_known,
        numbered.ends_on >= coalesce(area.valid_from, numbered.ends_on)
        and numbered.ends_on <= coalesce(area.valid_to, numbered.ends_on) as area_stood,
        known.breakdown is not null as category_known,
        row_number() over (same_total order by numbered.file, numbered.line) as place
    from numbered
    cross join stage.delivery as delivery
    left join stage.area as area on numbered.area = area.code
    left join stage.known_category as known
        on numbered.breakdown = known.breakdown and numbered.category = known.category
    window
        same_total as (
            partition by
                numbered.indicator,
                numbered.breakdown,
                numbered.category,
                numbered.period_kind,
                numbered.period,
                numbered.area
        )
),

ruled as (
    select
        compared.*,
        case
            when not compared.category_known
                then { 'column_name': 'category', 'rule': 'unknown category of its breakdown' }
            when compared.ends_on is null
                then { 'column_name': 'period', 'rule': 'must be a period of its kind' }
            -- The newest day that any delivery speaks of is taken for today.
            when compared.ends_on > compared.covers_to
                then { 'column_name': 'period', 'rule': 'must not lie after the days that the delivery covers' }
            when not compared.area_known
                then { 'column_name': 'area', 'rule': 'unknown area' }
            when not compared.area_stood
                then { 'column_name': 'area', 'rule': 'this area did not exist in the period' }
            when compared.total is null
                then { 'column_name': 'value', 'rule': 'must be a number, not below 0' }
            when (compared.rounded_text is null) = (compared.within_text is null)
                then { 'column_name': 'rounded_to', 'rule': 'either this or within must be told' }
            when compared.rounded_text is not null and coalesce(compared.rounded_to = 0, true)
                then { 'column_name': 'rounded_to', 'rule': 'must be a number above 0' }
            when compared.within_text is not null and compared.within is null
                then { 'column_name': 'within', 'rule': 'must be a number, not below 0' }
            when compared.place > 1
                then { 'column_name': 'value', 'rule': 'is told of twice' }
        end as fault
    from compared
)

select
    ruled.file,
    ruled.line,
    ruled.indicator,
    ruled.breakdown,
    ruled.category,
    ruled.period_kind,
    ruled.period,
    ruled.area,
    ruled.total,
    coalesce(ruled.within, ruled.rounded_to / 2) as within,
    struct_extract(ruled.fault, 'column_name') as column_name,
    struct_extract(ruled.fault, 'rule') as rule,
    case struct_extract(ruled.fault, 'column_name')
        when 'category' then concat(ruled.breakdown, ' ', ruled.category)
        when 'area' then ruled.area
    end as detail
from ruled
