-- Sites that the server last said this laptop may hold; without a row it has never said so.
create table scope_held (
  scope varchar(40) primary key
);

-- Sites that this laptop may no longer hold, while work of its own is left that no package holds yet.
create table scope_lost (
  scope   varchar(40) primary key,
  lost_at timestamp(6) with time zone not null
);

-- Pictures whose bytes must go from the photo database, which no transaction spans together with this one.
create table picture_purge (
  sha256 char(64) primary key
);

-- What a sealed package holds: an op or a draft with this very content.
create table exported (
  item        uuid primary key,
  sha256      char(64) not null,
  exported_at timestamp(6) with time zone not null
);

-- Subjects whose work left this laptop in a package and was then purged; the journal may forget them.
create table discarded (
  subject uuid primary key
);
