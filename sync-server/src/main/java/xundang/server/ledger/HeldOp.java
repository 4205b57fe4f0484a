package xundang.server.ledger;

import java.time.OffsetDateTime;
import java.util.UUID;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;

/**
 * An op that waits on the server until a newer version of it understands it.
 *
 * @param login log-in name of its author; empty when there is no such account any more
 * @param version version of the op's shape
 * @param body the message as it was sent, JSON
 */
public record HeldOp(
        UUID opId,
        DeviceId device,
        UserId user,
        String login,
        String kind,
        int version,
        OffsetDateTime receivedAt,
        String body) {}
