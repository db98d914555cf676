-- One row per span of the measure under way, of the persons numbered from $low to $high: the months it has a day in.
-- `days_before` and `days_after` are the days of its first and last month that it does not have.
create or replace temp table span as
select
    person.person_no,
    own_category.own,
    cast(measure_row.degree as integer) as degree,
    cast(year(measure_row.start_on) * 12 + month(measure_row.start_on) - 1 as integer) as first_month,
    cast(coalesce(year(measure_row.end_on - 1) * 12 + month(measure_row.end_on - 1) - 1, 999999) as integer)
        as last_month,
    cast(day(measure_row.start_on) - 1 as integer) as days_before,
    cast(coalesce(last_day(measure_row.end_on - 1) - (measure_row.end_on - 1), 0) as integer) as days_after
from measure_row
inner join counted_person as person on measure_row.person_id = person.person_id
inner join own_category
    on
        own_category.breakdown = $category_of
        and coalesce(measure_row.category, 'all') = own_category.category
where
    person.person_no between $low and $high
    and (measure_row.end_on is null or measure_row.end_on > measure_row.start_on)
