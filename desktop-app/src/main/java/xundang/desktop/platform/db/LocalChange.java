package xundang.desktop.platform.db;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A change that somebody made on this laptop, complete enough to be applied again: every id and time is inside {@code body}.
 *
 * @param type which {@link ChangeApplier} applies it, e.g. {@code inspection.reading}
 * @param subject what it belongs to (an inspection); the journal keeps it until that subject is settled with the server
 */
public record LocalChange(String type, UUID subject, JsonNode body) {
    /** The subject of changes that belong to the laptop's ledger itself (enrolment). The journal keeps them for good. */
    public static final UUID LEDGER = new UUID(0, 0);
}
