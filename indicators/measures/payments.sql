-- One row per person, benefit and month that money was paid for: a span of the whole month, whose degree is what counts
-- of it in per cent of the country's unit of money, rounded half up. A month is year * 12 + month - 1. A person's
-- payments of a month count up to a limit; what goes past it is that of the schemes that come last. What is rounded to
-- nothing has no row: nobody stands behind it.
with rule as (
    select
        cast(country.profile ->> '$.persons.protection.money.unit' as integer) as unit,
        cast(country.profile ->> '$.persons.protection.money.largest' as integer) as largest
    from core.country as country
),

paid as (
    select
        payment.person_id,
        payment.scheme,
        payment.month,
        sum(payment.amount) as amount
    from core.payment as payment
    where payment.paid_on is not null
    group by
        payment.person_id,
        payment.scheme,
        payment.month
),

added as (
    select
        paid.*,
        sum(paid.amount) over (
            partition by paid.person_id, paid.month
            order by scheme.place
            rows between unbounded preceding and current row
        ) as up_to_here
    from paid
    inner join core.scheme as scheme on paid.scheme = scheme.scheme
),

counted as (
    select
        added.person_id,
        added.scheme,
        added.month,
        rule.unit,
        least(added.amount, rule.largest + added.amount - added.up_to_here) as amount
    from added
    cross join rule
    where added.up_to_here - added.amount < rule.largest
)

select
    counted.person_id,
    counted.scheme as category,
    make_date(counted.month // 12, counted.month % 12 + 1, 1) as start_on,
    make_date((counted.month + 1) // 12, (counted.month + 1) % 12 + 1, 1) as end_on,
    (200 * counted.amount + counted.unit) // (2 * counted.unit) as degree,
    true as is_money
from counted
where 200 * counted.amount >= counted.unit
