-- One row per rounding key of the home: its fingerprint, and whether another may take its place without a word
-- (`free`), none may (`bound`: figures rounded with it are public, or it was announced), or one has (`former`).
create table mart.rounding_key (
    fingerprint varchar primary key,
    state varchar not null check (state in ('free', 'bound', 'former'))
);
