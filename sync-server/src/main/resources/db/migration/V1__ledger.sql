-- The server's tables; the same file runs on H2 (PostgreSQL mode) and on PostgreSQL. Keys made by programs are time-ordered UUIDs.

-- Names and values that belong to the ledger itself: its code and name, the hash of the one-time set-up code.
create table ledger_info (
  name varchar(60) primary key,
  val  varchar(4000) not null
);

-- The feed's head. Locked last in every writing transaction, so that numbers become visible in commit order.
create table sync_head (
  id    integer primary key check (id = 1),
  epoch uuid not null,
  seq   bigint not null
);

-- One row per commit that changed records; the random id lets a cursor prove that it belongs to this history.
create table sync_commit (
  seq_end   bigint primary key,
  commit_id uuid not null,
  made_at   timestamp(6) with time zone not null
);

-- The current state of each synced record. A deleted record stays as a tombstone with its last fields.
create table ledger_record (
  rec_type varchar(40) not null,
  rec_id   uuid not null,
  scope    varchar(40) not null,
  rev      bigint not null,
  deleted  boolean not null,
  asset_id uuid,
  fields   text not null,
  primary key (rec_type, rec_id)
);
create index ledger_record_asset on ledger_record (asset_id, rec_type);

-- Where each record stands in the feed of each scope that it is or was in.
create table change_index (
  scope     varchar(40) not null,
  rec_type  varchar(40) not null,
  rec_id    uuid not null,
  seq       bigint not null unique,
  change_op varchar(8) not null check (change_op in ('put', 'remove', 'delete')),
  primary key (scope, rec_type, rec_id)
);
create index change_index_feed on change_index (scope, seq);

-- People.
create table account (
  account_id    uuid primary key,
  login         varchar(64) not null unique,
  display_name  varchar(100) not null,
  role_name     varchar(20) not null,
  password_hash varchar(300) not null,
  disabled      boolean not null,
  created_at    timestamp(6) with time zone not null
);

-- Sites whose records a person may hold; '*' stands for all of them.
create table account_scope (
  account_id uuid not null references account (account_id) on delete cascade,
  scope      varchar(40) not null,
  primary key (account_id, scope)
);

-- Failed log-ins by name, whether such an account exists or not, so that a lock does not betray which names exist.
create table login_attempt (
  login_hash   varchar(64) primary key,
  failures     integer not null,
  locked_until timestamp(6) with time zone,
  last_at      timestamp(6) with time zone not null
);

-- One-time codes with which a laptop is enrolled.
create table enrolment_code (
  code_id    uuid primary key,
  account_id uuid not null references account (account_id) on delete cascade,
  code_hash  varchar(64) not null unique,
  expires_at timestamp(6) with time zone not null,
  tries      integer not null,
  used_at    timestamp(6) with time zone
);
create index enrolment_code_account on enrolment_code (account_id);

-- Laptops. A cloned or restored laptop continues as a new device under the enrolment of the old one (root_id).
create table device (
  device_id     uuid primary key,
  root_id       uuid not null,
  account_id    uuid not null references account (account_id),
  device_name   varchar(100) not null,
  last_op_seq   bigint not null,
  session_nonce varchar(64),
  enrolled_at   timestamp(6) with time zone not null,
  last_seen_at  timestamp(6) with time zone,
  revoked_at    timestamp(6) with time zone
);
create index device_nonce on device (session_nonce);
create index device_account on device (account_id);

-- Bearer tokens, by SHA-256: one person on one device.
create table device_token (
  token_hash varchar(64) primary key,
  device_id  uuid not null references device (device_id) on delete cascade,
  account_id uuid not null references account (account_id),
  created_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);
create index device_token_device on device_token (device_id);

-- Every op that was ever answered, with its content and the answer: the record's history and the guard against a second application.
create table op_result (
  op_id          uuid primary key,
  device_id      uuid not null,
  op_seq         bigint not null,
  account_id     uuid not null,
  kind           varchar(81) not null,
  rec_type       varchar(40) not null,
  rec_id         uuid not null,
  content_sha256 varchar(64) not null,
  body           text not null,
  status         varchar(10) not null,
  answer         text not null,
  received_at    timestamp(6) with time zone not null
);
create index op_result_record on op_result (rec_type, rec_id);
create index op_result_device on op_result (device_id, op_seq);

-- Ops that this server does not understand yet; an administrator sees them.
create table held_op (
  op_id       uuid primary key,
  device_id   uuid not null,
  account_id  uuid not null,
  kind        varchar(81) not null,
  op_version  integer not null,
  body        text not null,
  received_at timestamp(6) with time zone not null
);

-- The ledger for queries: one row per living asset, rebuilt from the records. Numbers may be double; that is a conflict to be settled.
create table asset_view (
  asset_id  uuid primary key,
  scope     varchar(40) not null,
  asset_no  varchar(100) not null,
  category  varchar(60) not null,
  name      varchar(300) not null,
  serial_no varchar(200) not null,
  site_name varchar(300) not null,
  state     varchar(40) not null,
  sample    boolean not null,
  haystack  varchar(2000) not null
);
create index asset_view_no on asset_view (asset_no);
create index asset_view_serial on asset_view (serial_no);
create index asset_view_list on asset_view (scope, category, asset_no);

-- Who did what; each row carries the hash of the row before it.
create table audit (
  seq            bigint primary key,
  made_at        timestamp(6) with time zone not null,
  account_id     uuid,
  device_id      uuid,
  action         varchar(81) not null,
  subject_type   varchar(40) not null,
  subject_id     varchar(64) not null,
  outcome        varchar(20) not null,
  content_sha256 varchar(64),
  hash_alg       varchar(10) not null,
  prev_hash      varchar(64) not null,
  row_hash       varchar(64) not null
);
create index audit_subject on audit (subject_type, subject_id);

-- The end of the audit chain; locked after sync_head, never before it.
create table audit_head (
  id       integer primary key check (id = 1),
  seq      bigint not null,
  row_hash varchar(64) not null
);
insert into audit_head (id, seq, row_hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Pictures by content. awaited: a photo record names it, the bytes are still on a laptop. stored: on disk, hash verified.
create table blob_state (
  sha256     varchar(64) primary key,
  size_bytes bigint not null,
  mime       varchar(40) not null,
  state      varchar(8) not null check (state in ('awaited', 'stored')),
  since      timestamp(6) with time zone not null
);

-- Which photo records use a picture: who may see the record may fetch the picture.
create table photo_use (
  photo_id uuid primary key,
  sha256   varchar(64) not null
);
create index photo_use_sha on photo_use (sha256);

-- tus uploads that are not complete; the offset is the length of the file.
create table upload (
  upload_id  uuid primary key,
  account_id uuid not null references account (account_id),
  sha256     varchar(64) not null,
  size_bytes bigint not null,
  mime       varchar(40) not null,
  complete   boolean not null,
  expires_at timestamp(6) with time zone not null
);
create index upload_sha on upload (sha256, account_id);
create index upload_expiry on upload (expires_at);

-- Sessions of the web pages, by SHA-256 of the cookie.
create table web_session (
  session_hash varchar(64) primary key,
  account_id   uuid not null references account (account_id) on delete cascade,
  csrf_token   varchar(64) not null,
  created_at   timestamp(6) with time zone not null,
  last_used_at timestamp(6) with time zone not null
);
