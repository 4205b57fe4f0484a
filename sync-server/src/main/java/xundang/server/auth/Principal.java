package xundang.server.auth;

import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.server.ledger.Scopes;

/**
 * Who is asking, proved by a token.
 *
 * @param device the laptop as it was enrolled; a clone of it shows the same one here
 * @param tooOld the laptop's program is too old to read the feed; it may still send
 */
public record Principal(
        UserId user, DeviceId device, String login, String name, Role role, Scopes scopes, boolean tooOld) {}
