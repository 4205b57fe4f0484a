package xundang.desktop.inspection;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.template.FormPlan;
import xundang.model.template.SlotId;

/**
 * An inspection that is being filled in; an immutable picture of it.
 *
 * @param readings answers so far, computed ones included
 * @param history up to three last values per slot, newest first, from earlier inspections of the same asset
 * @param active where the cursor is, or was when the program ended
 * @param observed attributes that the person supplied because the ledger lacks them
 * @param supplements attributes that limits need and the ledger lacks, supplied or not; to supply them is an offer
 */
public record Draft(
        InspectionId id,
        AssetSummary asset,
        OffsetDateTime startedAt,
        FormPlan form,
        Map<SlotId, Reading> readings,
        Map<SlotId, List<PastValue>> history,
        SlotId active,
        Map<String, String> observed,
        List<Supplement> supplements) {

    /**
     * What the ledger lacks, with what the person supplied.
     *
     * @param value absent while nothing is supplied; the items then stay 未判定
     */
    public record Supplement(
            FormPlan.WantedAttribute wanted, @Nullable String value) {
        /**
         * The supplements of a form.
         *
         * @param ledger the form without anything observed
         * @param now the form with it
         */
        public static List<Supplement> of(FormPlan ledger, FormPlan now, Map<String, String> observed) {
            Map<String, FormPlan.WantedAttribute> all = new LinkedHashMap<>();
            ledger.wanted().forEach(wanted -> all.put(wanted.definition().name(), wanted));
            now.wanted().forEach(wanted -> all.putIfAbsent(wanted.definition().name(), wanted));
            return all.values().stream()
                    .map(wanted -> new Supplement(
                            wanted, observed.get(wanted.definition().name())))
                    .toList();
        }

        /** Whether the ledger could hold this value. */
        public boolean allows(String text) {
            return wanted.definition().checkText(text).isEmpty();
        }
    }

    /** A value from an earlier inspection. */
    public record PastValue(OffsetDateTime at, Reading reading) {}
}
