package xundang.model.round;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.asset.AssetId;
import xundang.model.inspection.PlannedSlot;

/**
 * A draft on this laptop.
 *
 * @param id of the inspection that it will become
 * @param begun by the server's clock, see {@link Answer#corrected}
 */
public record BegunWork(
        UUID id, AssetId asset, String templateId, @Nullable PlannedSlot occurrence, Instant begun) {}
