package xundang.model.sync;

import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;

/**
 * What the laptop keeps, encrypted.
 *
 * @param ledgerCode short name in every tag, e.g. {@code SH01}
 * @param token bearer token of this person on this device
 */
public record EnrolResponse(
        DeviceId deviceId,
        UserId userId,
        String displayName,
        Role role,
        String ledgerCode,
        String ledgerName,
        String token) {}
