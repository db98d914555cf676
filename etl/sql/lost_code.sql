-- One row per scheme or area that records name and that the country's files do not know any more: where, and how often.
select
    'scheme' as kind,
    spells.scheme as code,
    'benefit_spells' as source,
    count(*) as named
from raw.benefit_spells as spells
anti join core.scheme as scheme on spells.scheme = scheme.scheme
group by spells.scheme
union all
select
    'scheme' as kind,
    payments.scheme as code,
    'payments' as source,
    count(*) as named
from raw.payments as payments
anti join core.scheme as scheme on payments.scheme = scheme.scheme
group by payments.scheme
union all
select
    'area' as kind,
    states.area as code,
    'person_states' as source,
    count(*) as named
from raw.person_states as states
anti join core.area as area
    on
        states.area = area.code
        and list_contains($levels, area.level)
where states.area is not null
group by states.area
order by kind, code
