-- The first rule that a value breaks, null where all is well.

-- What the contract says of a column; known when a statement is bound, so that it costs nothing per row.
create or replace temp macro rule_of(column_name) as
struct_extract(getvariable('contract').columns, column_name);

-- A rule that a row breaks.
create or replace temp macro broken(column_name, rule, value_class) as
{ 'rule': rule, 'column_name': column_name, 'value_class': value_class };

-- What is wrong with a value that is not there.
create or replace temp macro empty_fault(column_name) as
if(rule_of(column_name).required, broken(column_name, 'must not be empty', 'empty'), null);

-- What is wrong with a pseudonym.
create or replace temp macro person_fault(column_name, written, person) as
case
    when person is not null then null
    when coalesce(written, '') = '' then empty_fault(column_name)
    else broken(column_name, 'must be a pseudonym: 32 digits from 0 to f', 'text that is no pseudonym')
end;

-- What is wrong with a day.
create or replace temp macro day_fault(column_name, written, day) as
case
    when day < date '1900-01-01'
        then broken(column_name, 'must not lie before 1900', 'day long past')
    when day > getvariable('contract').covers_to and not rule_of(column_name).planned
        then broken(column_name, 'must not lie after the days that the delivery covers', 'day in the future')
    when day is not null then null
    when coalesce(cast(written as varchar), '') = '' then empty_fault(column_name)
    else broken(column_name, 'must be a day, written 2026-01-31', 'text where a day was expected')
end;

-- What is wrong with the end of what started on a day; `end_on` is the first day after.
create or replace temp macro end_fault(column_name, written, end_on, start_on) as
case
    when end_on <= start_on
        then broken(column_name, 'must not end before it starts', 'day before the start')
    else day_fault(column_name, written, end_on - 1)
end;

-- What is wrong with a month.
create or replace temp macro month_fault(column_name, written, month) as
case
    when month < 1900 * 12
        then broken(column_name, 'must not lie before 1900', 'month long past')
    when
        month
        > extract(year from getvariable('contract').covers_to) * 12
        + extract(month from getvariable('contract').covers_to)
        - 1
        then broken(column_name, 'must not lie after the days that the delivery covers', 'month in the future')
    when month is not null then null
    when coalesce(written, '') = '' then empty_fault(column_name)
    else broken(column_name, 'must be a month, written 2026-01', 'text where a month was expected')
end;

-- What is wrong with a whole number.
create or replace temp macro integer_fault(column_name, written, number) as
case
    when number not between rule_of(column_name).at_least and rule_of(column_name).at_most
        then broken(column_name, rule_of(column_name).in_words, 'number out of range')
    when number is not null then null
    when coalesce(cast(written as varchar), '') = '' then empty_fault(column_name)
    else broken(column_name, 'must be a whole number', 'text where a whole number was expected')
end;

-- What is wrong with a flag.
create or replace temp macro flag_fault(column_name, written, flag) as
case
    when flag is not null then null
    when coalesce(cast(written as varchar), '') = '' then empty_fault(column_name)
    else broken(column_name, 'must be true or false', 'text where true or false was expected')
end;

-- What is wrong with a code: one of those that the contract lists, or of any where it lists none.
create or replace temp macro code_fault(column_name, code) as
case
    when code is null then empty_fault(column_name)
    when not list_contains(rule_of(column_name).codes, code)
        then broken(column_name, 'unknown code', 'text that is no known code')
    when rule_of(column_name).codes is null and not regexp_full_match(code, '[A-Za-z0-9_-]{1,64}')
        then broken(column_name, 'must be a code: letters, digits, _ and -', 'text that is no code')
end;

-- What is wrong with a text.
create or replace temp macro text_fault(column_name, content) as
case
    when content is null then empty_fault(column_name)
    when strlen(content) > 200 then broken(column_name, 'must not be longer than 200 signs', 'long text')
end;

-- What is wrong with a day in a case that was opened on another.
create or replace temp macro case_fault(column_name, day, opened_on) as
if(
    day < opened_on,
    broken(column_name, 'must not lie before the day on which its case was opened', 'day before the case'),
    null
);

-- What is wrong with a day on which something came after what happened on another.
create or replace temp macro order_fault(column_name, day, earlier) as
if(
    day < earlier,
    broken(column_name, 'must not lie before the day of what it follows', 'day before what it follows'),
    null
);

-- What is wrong with how something came out on a day: neither is told without the other.
create or replace temp macro together_fault(column_name, told, day) as
if(
    (told is null) != (day is null),
    broken(column_name, 'must be told with its day, and only then', 'outcome or day without the other'),
    null
);
