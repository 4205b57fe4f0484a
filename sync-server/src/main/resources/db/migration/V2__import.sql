-- What each imported record was last imported as: a second import of the same file changes nothing, whatever people edited since.
create table import_item (
  import_key varchar(300) primary key,
  rec_type   varchar(40) not null,
  rec_id     uuid not null,
  fields     text not null
);

-- Highest number ever given out under a prefix; numbers are never reused, not even those of deleted objects.
create table number_counter (
  prefix      varchar(20) primary key,
  last_number integer not null
);
