-- Deletes payments for months before the days that are kept.
delete from raw.payments as payment
where payment.month < year($kept_from) * 12 + month($kept_from) - 1
returning person_id
