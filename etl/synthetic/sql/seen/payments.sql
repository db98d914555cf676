-- One row per payment of a benefit, as known on a day: one that is made later is due and not made yet.
select
    client.person_id,
    scheme.word as scheme,
    as_month(payments.month) as month,
    payments.amount,
    day_until(payments.paid_day, $known) as paid_on,
    day_until(payments.due_day, 99999) as due_on
from payments
inner join client on payments.number = client.number
inner join word as scheme on scheme.list = 'scheme' and payments.scheme = scheme.place
where payments.told <= $known
