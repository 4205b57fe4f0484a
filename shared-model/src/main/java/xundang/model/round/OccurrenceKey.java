package xundang.model.round;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import xundang.model.asset.AssetId;
import xundang.model.inspection.PlanId;
import xundang.model.inspection.PlannedSlot;

/** Names one occurrence for good: it is the same whoever computes it, in whatever order, before and after an edit that moves no slot. */
public record OccurrenceKey(PlanId plan, AssetId asset, String slot) {
    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** The occurrence that an inspection of that object names. */
    public static OccurrenceKey of(AssetId asset, PlannedSlot slot) {
        return new OccurrenceKey(slot.planId(), asset, slot.slot());
    }

    /** What an inspection carries. */
    public PlannedSlot plannedSlot() {
        return new PlannedSlot(plan, slot);
    }

    /** The key as one id: SHA-256 of its parts, cut to a UUID of version 8 (RFC 9562). */
    public UUID uuid() {
        byte[] digest = sha256().digest((plan + "|" + asset + "|" + slot).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new UUID((bytes.getLong() & ~VERSION_BITS) | VERSION_8, (bytes.getLong() & ~VARIANT_BITS) | VARIANT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
