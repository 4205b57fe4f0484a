-- tus 1.0.0: a HEAD gives the metadata back exactly as the client wrote them.
alter table upload add column metadata varchar(2000) default '' not null;

-- When the bytes of a stored picture were last compared with their hash; null: not since they were stored.
alter table blob_state add column checked_at timestamp(6) with time zone;
create index blob_state_due on blob_state (state, checked_at);
create index blob_state_age on blob_state (since);
