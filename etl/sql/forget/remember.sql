-- Remembers that a person was forgotten, so that no later delivery tells of them again.
insert into raw.forgotten (person_sha256)
values (sha256($person))
on conflict do nothing
