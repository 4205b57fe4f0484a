package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;

/** A device says what it has, before it sends or fetches anything. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HelloRequest(
        DeviceId deviceId,
        String sessionNonce,
        UserId userId,
        String appVersion,
        List<Integer> protocols,
        int schemaVersion,
        @Nullable FeedCursor cursor,
        long lastOpSeqMade,
        long lastOpSeqAcked,
        int pending,
        OffsetDateTime deviceTime) {}
