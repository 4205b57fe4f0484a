package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a record of type {@code conflict}: a change that could not become the ledger's value by itself. It is an ordinary synced
 * record, so that everybody concerned sees it and no later success can make it forgotten; an op {@code conflict.resolve} settles it.
 *
 * <p>What the values look like, and which {@code resolution} does what:
 *
 * <ul>
 *   <li>{@code edit}, {@code rule}: {@code base}, {@code server}, {@code client} and the resolution are values of the field. Fields of one
 *       declared group clash as one: {@code field} is then their names in the group's order joined by {@code +} (e.g.
 *       {@code lon+lat+coord_system}) and each value is an object with one entry for each field that has a value; no value at all is
 *       absent. A {@code rule} about the whole record ({@code *}) is only closed; any resolution does.
 *   <li>{@code delete}, {@code field} is {@code *}: {@code server} says whether the record is gone ({@code true}) or lives
 *       ({@code false}). {@code client} is {@code true} for a wanted deletion, or the patch that found the record gone, an object of
 *       {@code {"field": {"from", "to"}}}. Resolution {@code true}: the record shall be gone; {@code false}: it shall live, with the held
 *       patch if there is one and the record was gone; the patch itself: it shall live with the patch.
 *   <li>{@code duplicate}: {@code field} is {@code asset_no}, {@code serial_no} or {@code tag_id}, {@code client} the double number,
 *       {@code server} the other object's id. Resolution equal to {@code client}: both are right; equal to {@code server}: closes it once
 *       the numbers differ, is refused before; any other text: the new number of this object.
 * </ul>
 *
 * <p>An asset manager may choose anything that the ledger's rules allow; the author only {@code server}, which gives way. When the ledger's
 * value has changed since the conflict was shown, the op is answered {@code conflict} with this conflict's own id: it now shows the new
 * value and stays open.
 *
 * @param kind {@code edit}, {@code delete}, {@code duplicate} or {@code rule}; a text, because an old client must keep what it does not know
 * @param recType type of the record that it is about
 * @param recId the record that it is about
 * @param assetId the object (一物一档) that the record belongs to, if any
 * @param field name of the field; {@code *} for the whole record
 * @param base what the author had seen
 * @param server the ledger's value, which shows; of a double number the other object's id
 * @param serverRev revision of the record that holds the ledger's value
 * @param client what the author wanted
 * @param opId the author's op
 * @param at the author's device clock when the change was made; shown, never used for ordering
 * @param serverUserId who made the ledger's value, as far as the server still knows
 * @param serverAt when the ledger's value was made, as its author's op says
 * @param reason which rule the change would have broken, in plain Chinese; with kind {@code rule} only
 * @param state {@code open} or {@code settled}
 * @param resolution what was decided; absent while open, and when "no value" was decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConflictBody(
        @JsonProperty("kind") String kind,
        @JsonProperty("rec_type") RecordType recType,
        @JsonProperty("rec_id") UUID recId,
        @JsonProperty("asset_id") @Nullable UUID assetId,
        @JsonProperty("field") String field,
        @JsonProperty("base") @Nullable JsonNode base,
        @JsonProperty("server") @Nullable JsonNode server,
        @JsonProperty("server_rev") long serverRev,
        @JsonProperty("client") @Nullable JsonNode client,
        @JsonProperty("op_id") UUID opId,
        @JsonProperty("device_id") @Nullable UUID deviceId,
        @JsonProperty("user_id") @Nullable UUID userId,
        @JsonProperty("user_name") @Nullable String userName,
        @JsonProperty("at") @Nullable OffsetDateTime at,
        @JsonProperty("server_user_id") @Nullable UUID serverUserId,
        @JsonProperty("server_user_name") @Nullable String serverUserName,
        @JsonProperty("server_at") @Nullable OffsetDateTime serverAt,
        @JsonProperty("reason") @Nullable String reason,
        @JsonProperty("state") String state,
        @JsonProperty("resolution") @Nullable JsonNode resolution) {
    /** {@link #field} of a conflict about the whole record. */
    public static final String WHOLE_RECORD = "*";

    /** {@link #state} until somebody decides. */
    public static final String OPEN = "open";

    /** {@link #state} once somebody has decided. */
    public static final String SETTLED = "settled";
}
