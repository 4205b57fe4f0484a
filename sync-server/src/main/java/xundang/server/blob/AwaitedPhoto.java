package xundang.server.blob;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a record names and whose bytes are still on a laptop.
 *
 * @param size bytes, as the record says
 * @param since when the record came, or when the bytes were found damaged
 * @param device that sent the record; absent when no laptop did
 * @param person name of whoever sent it
 */
public record AwaitedPhoto(
        String sha256,
        long size,
        OffsetDateTime since,
        @Nullable UUID device,
        @Nullable String deviceName,
        @Nullable String person) {}
