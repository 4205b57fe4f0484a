-- 更正、补充: addenda of submitted inspections, made here or pulled; the JSON is an AddendumBody. The inspection itself never changes.
create table inspection_addendum (
  addendum_id   uuid primary key,
  inspection_id uuid not null,
  body          text not null
);
create index inspection_addendum_of on inspection_addendum (inspection_id);
