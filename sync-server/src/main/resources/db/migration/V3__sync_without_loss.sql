-- A snapshot page is read by (type, id) within each scope; deleted records are no part of it.
create index ledger_record_snapshot on ledger_record (deleted, scope, rec_type, rec_id);
create index ledger_record_living on ledger_record (deleted, rec_type, rec_id);

-- Which feed entries may be forgotten, and since when a cursor is too old.
create index sync_commit_made_at on sync_commit (made_at);
create index change_index_op on change_index (change_op, seq);

-- An op whose record cannot be read is answered and kept too. about_id: the record that a settled conflict is about.
alter table op_result alter column rec_type drop not null;
alter table op_result alter column rec_id drop not null;
alter table op_result add column about_id uuid;
create index op_result_about on op_result (about_id);

-- What is known to be in a backup, and what was durable when the one under way began.
alter table device add column backed_up_op_seq bigint default 0 not null;
alter table device add column noted_op_seq bigint default 0 not null;

-- A tag of its own (e.g. an RFID or asset label) beside the number. It may be double; that is a conflict to be settled.
alter table asset_view add column tag_id varchar(100) default '' not null;
create index asset_view_tag on asset_view (tag_id);

-- Locked by number before a number is given, so that two writers who give the same one at once see each other.
create table number_lock (
  bucket integer primary key
);
insert into number_lock (bucket) values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
