-- Nothing is left of what was computed before: first of all the list of it.
delete from mart.indicator;
delete from mart.measure;
delete from mart.measure_record;
delete from mart.cell;
delete from mart.counted;

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
