package xundang.server.blob;

import java.time.OffsetDateTime;
import java.util.UUID;
import xundang.model.account.UserId;

/**
 * A begun upload. How far it has come is the length of its file, so that the two can never disagree.
 *
 * @param size bytes that the picture has
 * @param metadata as the client wrote them when it began
 * @param complete all bytes are there and verified
 */
record Upload(
        UUID id,
        UserId owner,
        String sha256,
        long size,
        String mime,
        String metadata,
        boolean complete,
        OffsetDateTime expiresAt) {}
