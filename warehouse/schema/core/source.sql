-- One row per source that has delivered; `facts` is JSON: title, publisher, licence, url, rhythm, already_public.
create table core.source (
    source varchar primary key,
    facts varchar not null
);
