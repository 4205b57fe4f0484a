package xundang.desktop.sync;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.Problem;
import xundang.model.sync.RecordKey;

/**
 * What waits for a person, and what a person has been given in writing: refused changes, conflicts, receipts. Blocking; on the store
 * thread only. Each change is durable when its method returns.
 */
public interface SyncDesk {
    /** What the server refused or holds without understanding it, oldest first; what was set aside is left out. */
    List<Refused> refused();

    /** Conflicts of every record on this laptop, open ones first, newest first. */
    List<ConflictCard> conflicts();

    /** What was sent from here and is held by the server, newest first. */
    List<Receipt> receipts(int limit);

    /**
     * Sends a refused change again as a new one: the old op stays refused in the archive, the new one starts from the server's present
     * values. Fields that are left out are given up.
     *
     * @param set the fields as the person now wants them; null for no value
     * @return id of the new op
     */
    UUID sendAgain(UUID refusedOp, Map<String, @Nullable JsonNode> set);

    /** Takes a refused change off the list. Its content stays in the archive. */
    void setAside(UUID refusedOp);

    /** Settles a conflict with a value (the server's, the author's, or a third); null for no value. An ordinary op, sent like any other. */
    void settle(UUID conflict, @Nullable JsonNode value);

    /**
     * A change that did not become part of the ledger.
     *
     * @param title number and name of the touched object, or empty
     * @param set what the author wanted, whole
     * @param held the server keeps it but does not understand it; nothing can be done here
     * @param problem the server's reason in plain Chinese
     */
    record Refused(
            UUID opId,
            OpKind kind,
            RecordKey key,
            String title,
            Map<String, FieldChange> set,
            OffsetDateTime at,
            boolean held,
            @Nullable Problem problem) {}

    /**
     * Two values that stand beside each other until a person decides.
     *
     * @param kind why they do
     * @param field name of the field; {@code *} when it is about the whole record
     * @param base what both had seen
     * @param server the ledger's value, which shows
     * @param client the value that was kept beside it
     * @param open false once settled
     * @param resolution the value that was chosen, once settled
     * @param pending settled here, not yet confirmed by the server
     * @param own the signed-in person made the change that is kept beside
     * @param maySettle whether the signed-in person may decide; otherwise {@code own} ones may only give way to the ledger's value
     */
    record ConflictCard(
            UUID id,
            Kind kind,
            RecordKey about,
            String title,
            String field,
            @Nullable JsonNode base,
            @Nullable JsonNode server,
            @Nullable JsonNode client,
            @Nullable Side ledgerSide,
            @Nullable Side authorSide,
            @Nullable String reason,
            boolean open,
            @Nullable JsonNode resolution,
            boolean pending,
            boolean own,
            boolean maySettle) {
        /** Why two values stand beside each other. */
        public enum Kind {
            /** Two people changed the same field. */
            EDIT,
            /** Deleted against changed. */
            DELETE,
            /** Two objects carry the same number. */
            DUPLICATE,
            /** The change breaks a rule of the ledger together with what others did; {@code reason} says which. */
            RULE,
            /** Of a kind that this program does not know; it is shown as it is and can be settled by a newer program. */
            OTHER
        }

        /** Who made one of the values, and when. */
        public record Side(String person, OffsetDateTime at) {}
    }

    /**
     * The server's written word about one submission.
     *
     * @param title number and name of the object
     * @param records ops of it that the server holds
     * @param photos pictures that belong to it
     * @param photosHeld of these, how many the server holds with equal hash
     * @param confirmedAt when the last of the answers came
     */
    record Receipt(UUID subject, String title, int records, int photos, int photosHeld, Instant confirmedAt) {
        /** True when nothing is missing. */
        public boolean complete() {
            return photos == photosHeld;
        }
    }
}
