-- One row per file, column and kind of personal identifier: how many different values look like one.
with cell as (
    unpivot (select
        file,
        columns($columns)
    from stage.delivered)
    on columns(* exclude (file))
    into name column_name value content
),

different as (
    select distinct
        cell.file,
        cell.column_name,
        trim(cell.content) as content
    from cell
    where trim(cell.content) != ''
),

cleaned as (
    select
        different.file,
        different.column_name,
        different.content,
        regexp_full_match(different.content, '[0-9]{6}[ -]?[0-9]{4}') as like_danish,
        regexp_full_match(different.content, '[0-9]{6}[ -]?[0-9]{5}') as like_norwegian,
        regexp_replace(different.content, '[ -]', '', 'g') as digits
    from different
),

formed as (
    select
        cleaned.*,
        string_split(if(cleaned.like_norwegian, cleaned.digits, repeat('0', 11)), '')::float[] as digit_list
    from cleaned
),

tested as (
    select
        formed.file,
        formed.column_name,
        formed.like_danish,
        formed.like_norwegian,
        regexp_full_match(formed.content, '[^@\s]+@[^@\s]+\.[A-Za-z]{2,}') as is_email,
        regexp_full_match(
            formed.content,
            '(\+|00)[0-9]{1,3}[ -]?[0-9][0-9 -]{5,13}|[0-9]{2}( [0-9]{2}){3}|[0-9]{3} [0-9]{2} [0-9]{3}'
        ) as is_phone,
        -- Numbers given out since October 2007 need not fit a check digit: only day and month can be tested.
        formed.like_danish
        and try_strptime('2000' || formed.digits[3:4] || formed.digits[1:2], '%Y%m%d') is not null as is_danish,
        formed.like_norwegian
        and list_dot_product([3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0]::float[], formed.digit_list) % 11 = 0
        and list_dot_product([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]::float[], formed.digit_list) % 11 = 0 as is_norwegian
    from formed
),

judged as (
    select
        tested.file,
        tested.column_name,
        unnest(['e-mail addresses', 'phone numbers', 'Danish personal numbers', 'Norwegian personal numbers']) as kind,
        unnest([tested.is_email, tested.is_phone, tested.is_danish, tested.is_norwegian]) as is_found,
        unnest([tested.is_email, tested.is_phone, tested.like_danish, tested.like_norwegian]) as is_alike
    from tested
)

select
    judged.file,
    judged.column_name,
    judged.kind,
    count(*) filter (where judged.is_found) as found,
    count(*) filter (where judged.is_alike) as alike,
    count(*) as different_values
from judged
group by judged.file, judged.column_name, judged.kind
having found > 0
order by judged.file, judged.column_name, judged.kind
