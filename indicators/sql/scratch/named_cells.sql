-- Lets the cells be named by the session's words: empty tables until then.
alter table mart.cell alter column breakdown type breakdown_word;
alter table mart.cell alter column category type category_word;
alter table mart.cell alter column period_kind type period_kind_word;
alter table mart.cell alter column period type period_word;
alter table mart.cell alter column area type area_word;
alter table mart.counted alter column breakdown type breakdown_word;
alter table mart.counted alter column category type category_word;
alter table mart.counted alter column period_kind type period_kind_word;
alter table mart.counted alter column period type period_word;
alter table mart.counted alter column area type area_word;
