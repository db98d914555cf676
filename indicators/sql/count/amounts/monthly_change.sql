-- One row per month, base area and crowd in which it changes what is received: so much more a day from the month on,
-- and so many degree-days less in the month itself. What changed before the first month is carried into it.
select
    greatest(amount_change.month, $first_month) - $first_month as month,
    amount_change.base_id - 1 as base,
    crowd.crowd,
    cast(sum(amount_change.degree) as bigint) as degree,
    cast(sum(case when amount_change.month >= $first_month then amount_change.missing else 0 end) as bigint) as missing,
    cast(sum(amount_change.person_key) & 18446744073709551615 as ubigint) as cell_key
from amount_change
inner join crowd
    on
        amount_change.own = crowd.own
        and amount_change.profile_id = crowd.kept_id
where amount_change.month <= $last_month
group by
    greatest(amount_change.month, $first_month),
    amount_change.base_id,
    crowd.crowd
