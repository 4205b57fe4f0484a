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

    /** The pictures that help to decide a conflict, as far as this laptop knows of them; none for a conflict that is not here. */
    ConflictPhotos photos(UUID conflict);

    /** What was sent from here and is held by the server, newest first. */
    List<Receipt> receipts(int limit);

    /**
     * Sends a refused change again as a new one: the old op stays refused in the archive, the new one starts from the server's present
     * values. Fields that are left out are given up. What was submitted together with it goes again as it was.
     *
     * <p>Throws {@link IllegalStateException} when it is not the signed-in person's own, is held by the server, or is off the list.
     *
     * @param set the fields as the person now wants them; null for no value
     * @return id of the new op
     */
    UUID sendAgain(UUID refusedOp, Map<String, @Nullable JsonNode> set);

    /** Takes a refused change off the list. Its content stays in the archive. */
    void setAside(UUID refusedOp);

    /**
     * Settles a conflict with a value (the server's, the author's, or a third); null for no value. An ordinary op, sent like any other.
     * Throws {@link IllegalStateException} when the card does not allow it any more.
     */
    void settle(UUID conflict, @Nullable JsonNode value);

    /**
     * A change that did not become part of the ledger.
     *
     * @param title number and name of the touched object, or empty
     * @param category code of that object's category, or empty; it says what the fields mean
     * @param set what the author wanted, whole
     * @param together how many further ops were refused with it, because they were submitted as one; they share its fate
     * @param own the signed-in person made it; nobody else can send it again
     * @param held the server keeps it but does not understand it; nothing can be done here
     * @param problem the server's reason in plain Chinese
     */
    record Refused(
            UUID opId,
            OpKind kind,
            RecordKey key,
            String title,
            String category,
            Map<String, FieldChange> set,
            int together,
            OffsetDateTime at,
            boolean own,
            boolean held,
            @Nullable Problem problem) {}

    /**
     * Two values that stand beside each other until a person decides.
     *
     * @param kind why they do
     * @param title number and name of the object, or empty
     * @param category code of that object's category, or empty; it says what the field means
     * @param otherTitle number and name of the other object that carries the same number; with {@link Kind#DUPLICATE} only
     * @param field name of the field; {@code *} when it is about the whole record
     * @param base what both had seen
     * @param server the ledger's value, which shows
     * @param client the value that was kept beside it
     * @param open false once the server has settled it
     * @param resolution the value that was chosen, once settled, here or by the server
     * @param pending settled here, not yet confirmed by the server
     * @param own the signed-in person made the change that is kept beside
     * @param maySettle whether the signed-in person may decide; otherwise {@code own} ones may only give way to the ledger's value
     */
    record ConflictCard(
            UUID id,
            Kind kind,
            RecordKey about,
            String title,
            String category,
            @Nullable String otherTitle,
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

        /** Who made one of the values, and when, as far as the server knows. */
        public record Side(String person, @Nullable OffsetDateTime at) {}

        /** Whether the signed-in person may choose the ledger's value. */
        public boolean mayGiveWay() {
            return open && !pending && (maySettle || own);
        }

        /** Whether the signed-in person may choose any value. */
        public boolean mayDecide() {
            return open && !pending && maySettle;
        }
    }

    /**
     * Pictures of what a conflict is about, each list newest first and short enough to be shown whole.
     *
     * @param ledgers taken by the person who made the ledger's value; with {@link ConflictCard.Kind#DUPLICATE} those of the other object
     * @param authors taken by the author of the value beside it; with {@link ConflictCard.Kind#DUPLICATE} those of this object
     * @param others taken by anybody else
     */
    record ConflictPhotos(
            List<RecordPhotos.Taken> ledgers, List<RecordPhotos.Taken> authors, List<RecordPhotos.Taken> others) {
        /** There are none. */
        public static final ConflictPhotos NONE = new ConflictPhotos(List.of(), List.of(), List.of());
    }

    /**
     * The server's written word about one submission.
     *
     * @param title number and name of the object
     * @param records ops of it that the server holds
     * @param photos pictures that belong to it
     * @param photosHeld of these, how many the server holds with equal hash
     * @param confirmedAt begin of the contact with the server in which the last of the answers came, by this laptop's clock
     */
    record Receipt(UUID subject, String title, int records, int photos, int photosHeld, Instant confirmedAt) {
        /** True when nothing is missing. */
        public boolean complete() {
            return photos == photosHeld;
        }
    }
}
