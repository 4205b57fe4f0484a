package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server says where it stands.
 *
 * @param epoch changes when the server's history was replaced
 * @param lastOpSeqSeen lower than what the device knows as acknowledged: the server lost data and the device sends it again
 * @param backedUpOpSeq ops up to here are also in a backup
 * @param scopes ids of the sites that the device may hold; {@code *} stands for records of no site
 * @param sessionNonce to be sent with every push until the next hello; detects a cloned laptop
 * @param nothingNew true if the feed has nothing behind the cursor of the request, so that a device that is not about to send anything need
 *     not ask for it; absent from servers that do not say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HelloResponse(
        int protocol,
        UUID epoch,
        long headSeq,
        long lastOpSeqSeen,
        long backedUpOpSeq,
        List<String> scopes,
        Schema schema,
        Limits limits,
        OffsetDateTime serverTime,
        int pollAfterS,
        String sessionNonce,
        @Nullable Boolean nothingNew) {

    /**
     * @param version of the record fields
     * @param fieldGroups fields that are merged as one, by record type
     */
    public record Schema(int version, Map<String, List<List<String>>> fieldGroups) {}
}
