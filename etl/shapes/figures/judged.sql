-- One row per tidy row with its number and the first rule that it breaks; `rule` is null where all is well.
with trimmed as (
    select
        resolved.*,
        trim(coalesce(resolved.value_text, '')) as written
    from stage.resolved as resolved
),

valued as (
    select
        trimmed.*,
        case
            when trimmed.ends_on is null and coalesce(trimmed.period, '') = '' then 'empty'
            when trimmed.ends_on is null then 'text where a period was expected'
            when trimmed.status != 'value' then null
            when trimmed.written = '' then 'empty'
            when not regexp_full_match(trimmed.written, '-?[0-9]{1,14}(\.[0-9]+)?')
                then 'text where a number was expected'
            when starts_with(trimmed.written, '-') then 'negative number'
            when length(rtrim(split_part(trimmed.written, '.', 2), '0')) > trimmed.decimals
                then 'number with too many decimals'
            -- a workbook writes 4 as 4.0, but 4.000 may mean four thousand
            when length(split_part(trimmed.written, '.', 2)) > greatest(trimmed.decimals, 1)
                then 'number with too many decimals'
        end as value_class
    from trimmed
),

numbered as (
    select
        valued.*,
        if(valued.status = 'value' and valued.value_class is null, valued.written::decimal(18, 4), null) as number
    from valued
),

compared as (
    select
        numbered.*,
        row_number() over (same_figure order by numbered.file, numbered.line) as place,
        count(distinct coalesce(numbered.number::varchar, numbered.status)) over same_figure as versions
    from numbered
    window
        same_figure as (
            partition by
                numbered.value_class is null,
                numbered.measure,
                numbered.breakdown,
                numbered.category,
                numbered.period_kind,
                numbered.period,
                numbered.area_code
        )
)

select
    compared.file,
    compared.line,
    compared.measure,
    compared.breakdown,
    compared.category,
    compared.period_kind,
    compared.period,
    compared.area_code,
    compared.number,
    compared.status,
    if(compared.ends_on is null, 'period', 'value') as holds,
    coalesce(
        compared.value_class,
        if(compared.versions > 1, 'another figure for the same thing', 'the same figure again')
    ) as value_class,
    case
        when compared.ends_on is null then 'must be a period'
        when compared.value_class = 'empty' then 'must not be empty'
        when compared.value_class = 'text where a number was expected' then 'must be a number'
        when compared.value_class = 'negative number' then 'must not be negative'
        when compared.value_class is not null then 'must not be finer than the source states'
        when compared.versions > 1 then 'contradicts another row'
        when compared.place > 1 then 'repeats another row'
    end as rule
from compared
