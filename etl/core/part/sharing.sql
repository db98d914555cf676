-- Adds who is said to have a case that a changed person has, or had: whose it is hangs on what is said of all of them.
insert into changed_person
select distinct claim.person_id
from raw.cases as claim
where
    claim.case_id in (
        select earlier.case_id
        from core.case_file as earlier
        semi join changed_person as changed on earlier.person_id = changed.person_id
        union all
        select told.case_id
        from raw.cases as told
        semi join changed_person as changed on told.person_id = changed.person_id
    )
    and claim.person_id not in (select changed.person_id from changed_person as changed)
