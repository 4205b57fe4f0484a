package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server's answer to one op; the same for every repetition of it.
 *
 * @param rev the record's revision after the op; 0 when nothing was written
 * @param conflictIds records of type {@code conflict} that the op opened
 * @param problem the reason, when rejected or held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpResult(
        long opSeq,
        OpStatus status,
        long rev,
        List<UUID> conflictIds,
        @Nullable Problem problem) {}
