package xundang.desktop.session;

import xundang.model.account.Role;
import xundang.model.account.UserId;

/** A person who has a key on this laptop: what the log-in list shows, and all of it that stands on disk in the clear. */
record KeyHolder(UserId id, String login, String name, Role role) {}
