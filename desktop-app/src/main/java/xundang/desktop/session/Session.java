package xundang.desktop.session;

import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;

/** Who is working, where. */
public record Session(
        UserId user,
        String login,
        String name,
        Role role,
        DeviceId device,
        String ledgerCode,
        String ledgerName,
        String server) {}
