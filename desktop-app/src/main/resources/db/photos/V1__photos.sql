-- The laptop's photo database (H2, AES), apart from the records so that compacting or losing it never touches a reading.
create table photo_blob (
  sha256    char(64) primary key,
  size      bigint not null,
  mime      varchar(40) not null,
  original  binary large object not null,
  thumbnail binary large object not null,
  kept_at   timestamp(6) with time zone not null
);
