-- What the planning of rounds knows of an object, and its room in words. A row without a room was written before these columns existed and
-- is written anew from its record when the ledger is opened.
alter table asset add column room varchar(300);
alter table asset add column grade varchar(8) default 'C' not null;
alter table asset add column round_place varchar(100);
alter table asset add column serves_from date;
alter table asset add column serves_until date;

-- The occurrence that an inspection answers, and its laptop's clock error, by which it is known who was first.
alter table inspection add column plan_id uuid;
alter table inspection add column slot varchar(40);
alter table inspection add column clock_offset_ms bigint default 0 not null;
create index inspection_form on inspection (template_id, state, started_at);

-- Skips and postponements, and who does which part of a round: rows made of the records, by the corrected time at which they were made.
create table round_mark (
  mark_id uuid primary key,
  made    timestamp(6) with time zone not null,
  body    text not null
);
create index round_mark_made on round_mark (made);
create table round_share (
  share_id uuid primary key,
  made     timestamp(6) with time zone not null,
  body     text not null
);
create index round_share_made on round_share (made);
