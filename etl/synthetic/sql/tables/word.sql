-- One row per word that a number stands for: schemes, areas and so on.
create table word (
    list varchar,
    place integer,
    word varchar,
    primary key (list, place)
);
