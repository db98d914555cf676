-- One row per source that has delivered; `facts` is JSON: title, publisher, licence, url, rhythm, already_public,
-- person_level, and of records of persons what each column holds.
create table core.source (
    source varchar primary key,
    facts varchar not null
);
