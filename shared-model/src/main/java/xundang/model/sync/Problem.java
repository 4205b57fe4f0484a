package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem.
 *
 * @param type a stable URN, e.g. {@code urn:xundang:problem:op-seq-gap}
 * @param title short English name
 * @param status HTTP status
 * @param detail what happened, in plain Chinese, fit for a person
 * @param code short code that support can look up, e.g. {@code E-SYNC-214}
 * @param expected the op number that the server waits for, with a gap only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable Long expected) {}
