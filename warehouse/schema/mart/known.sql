-- One row per figure: what was known of it once a release had come, and what was counted (indicators.disclosure.memory)
create table mart.known (
    release varchar not null,
    figure varchar not null,
    content blob not null,
    primary key (release, figure)
)
