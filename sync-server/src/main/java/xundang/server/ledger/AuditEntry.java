package xundang.server.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit: who did what to what, with which outcome. No values, only the hash of the content.
 *
 * @param account absent when nobody could be identified
 * @param device absent when no enrolled laptop was involved
 * @param action an op kind, or e.g. {@code login.failed}
 * @param contentSha256 hash of the op's content, if there was one
 */
public record AuditEntry(
        @Nullable UUID account,
        @Nullable UUID device,
        String action,
        String subjectType,
        String subjectId,
        String outcome,
        @Nullable String contentSha256) {

    /** An entry without content. */
    public static AuditEntry of(
            @Nullable UUID account, String action, String subjectType, String subjectId, String outcome) {
        return new AuditEntry(account, null, action, subjectType, subjectId, outcome, null);
    }
}
