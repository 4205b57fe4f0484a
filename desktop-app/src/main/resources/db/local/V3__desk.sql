-- What a person decided about refused changes: sent again as a new op, or put aside. The ops themselves stay in the outbox as an archive.
create table desk_decision (
  op_id    uuid primary key,
  decision varchar(8) not null check (decision in ('again', 'aside'))
);

-- One row per conflict record, rebuilt from the records: which op opened it, which object it is about, whether somebody has decided.
create table conflict (
  conflict_id uuid primary key,
  op_id       uuid not null,
  asset_id    uuid,
  settled     boolean not null
);
create index conflict_op on conflict (op_id);
create index conflict_asset on conflict (asset_id, settled);

-- In which contact with the server the answer came; what was answered before this column existed has no receipt.
alter table outbox add column answered_at timestamp(6) with time zone;
create index outbox_answered on outbox (answered_at);
alter table upload add column stored_at timestamp(6) with time zone;

-- Conflicts that came before their table existed are fetched once more.
delete from rec_base where rec_type = 'conflict';
delete from meta where name = 'sync.cursor';
