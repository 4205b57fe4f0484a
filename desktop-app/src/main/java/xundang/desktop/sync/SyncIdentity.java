package xundang.desktop.sync;

import xundang.model.account.DeviceId;
import xundang.model.account.UserId;

/**
 * Who syncs. Ops of other people on the same laptop wait until these log in: nobody's work is sent under another name.
 *
 * @param schemaVersion of the record fields that this program knows
 */
public record SyncIdentity(DeviceId device, UserId user, String appVersion, int schemaVersion) {}
