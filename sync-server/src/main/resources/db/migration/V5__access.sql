-- Tokens end. Those given out before this rule get a full term from now on.
alter table device_token add column expires_at timestamp(6) with time zone;
update device_token set expires_at = current_timestamp + interval '30' day;
alter table device_token alter column expires_at set not null;

-- By its last hello, the laptop's program is too old to read the feed; it may still send.
alter table device add column too_old boolean default false not null;

-- Which file a record was imported from last, so that a later edition of it can be compared. Empty: imported before this was noted.
alter table import_item add column source_name varchar(400) default '' not null;
create index import_item_source on import_item (source_name);
