-- One row per file and kind of personal identifier in one column: how many different values look like one.
with written as (
    select distinct
        delivered.file,
        columns($column) as content
    from stage.delivered as delivered
),

different as (
    select
        written.file,
        trim(written.content) as content
    from written
),

counted as (
    select
        different.file,
        count(*) as different_values
    from different
    where different.content != ''
    group by different.file
),

-- Most columns hold nothing that needs a closer look.
suspect as (
    select
        different.file,
        different.content,
        regexp_full_match(different.content, '[0-9]{6}[ -]?[0-9]{4}') as like_danish,
        regexp_full_match(different.content, '[0-9]{6}[ -]?[0-9]{5}') as like_norwegian,
        regexp_replace(different.content, '[ -]', '', 'g') as digits
    from different
    where regexp_matches(different.content, '@|^[+0-9][0-9 -]{7,}$')
),

formed as (
    select
        suspect.*,
        string_split(if(suspect.like_norwegian, suspect.digits, repeat('0', 11)), '')::float[] as digit_list
    from suspect
),

tested as (
    select
        formed.file,
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
        unnest(['e-mail addresses', 'phone numbers', 'Danish personal numbers', 'Norwegian personal numbers']) as kind,
        unnest([tested.is_email, tested.is_phone, tested.is_danish, tested.is_norwegian]) as is_found,
        unnest([tested.is_email, tested.is_phone, tested.like_danish, tested.like_norwegian]) as is_alike
    from tested
)

select
    judged.file,
    judged.kind,
    count(*) filter (where judged.is_found) as found,
    count(*) filter (where judged.is_alike) as alike,
    counted.different_values
from judged
inner join counted
    on judged.file = counted.file
group by judged.file, judged.kind, counted.different_values
having found > 0
order by judged.file, judged.kind
