-- One row per indicator counted from records of persons: the figures it is made of, `below` if that is counted too.
create or replace temp table indicator_part as
select
    unnest($indicators) as indicator,
    unnest($above) as above,
    unnest($below) as below,
    unnest($denominators) as denominator,
    unnest($units) as unit,
    unnest($statistics) as statistic
