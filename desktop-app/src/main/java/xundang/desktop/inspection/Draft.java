package xundang.desktop.inspection;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Outlier;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.FormPlan;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateUpgrade;
import xundang.model.text.ModelText;

/**
 * An inspection that is being filled in; an immutable picture of it.
 *
 * @param readings answers so far, computed ones included
 * @param left answers whose rows other answers took away: kept with the draft, not submitted unless their rows come back
 * @param history last values per slot, newest first, from earlier inspections of the same asset, whatever the form
 * @param active where the cursor is, or was when the program ended
 * @param observed attributes that the person supplied because the ledger lacks them
 * @param questions what decides about rows and the ledger does not say, answered or not
 * @param supplements attributes that limits need and the ledger lacks, supplied or not; to supply them is an offer
 * @param place where in the active row it is, in the row's own words (the cell of a table); absent in other rows
 * @param remarks what is wrong or doubtful about answers that no range judges, such as a label that is used twice
 * @param upgrade what a newer version of the template would change; absent when there is none
 */
public record Draft(
        InspectionId id,
        AssetSummary asset,
        OffsetDateTime startedAt,
        FormPlan form,
        Map<SlotId, Reading> readings,
        Map<SlotId, Reading> left,
        Map<SlotId, List<PastValue>> history,
        SlotId active,
        @Nullable String place,
        Map<String, String> observed,
        List<Question> questions,
        List<Supplement> supplements,
        Map<SlotId, List<ModelText>> remarks,
        @Nullable TemplateUpgrade upgrade) {

    /**
     * The earlier values that a number of the draft is too far from, if it is; see {@link Outlier}.
     *
     * @param reading in one of the rows
     */
    public Optional<Outlier> outlier(Reading reading) {
        Optional<String> unit = form.slot(reading.slot())
                .flatMap(slot -> Optional.ofNullable(slot.item().unit()));
        return reading.value() instanceof ReadingValue.Measured measured
                ? Outlier.of(
                        measured.number(), numbers(history.getOrDefault(reading.slot(), List.of())), unit.orElse(null))
                : Optional.empty();
    }

    /** The numbers among earlier values. */
    public static List<BigDecimal> numbers(List<PastValue> past) {
        return past.stream()
                .map(value -> value.reading().value())
                .<BigDecimal>mapMulti((value, sink) -> {
                    if (value instanceof ReadingValue.Measured measured) {
                        sink.accept(measured.number());
                    }
                })
                .toList();
    }

    /**
     * What the form asks for at its start, because rows depend on it: never guessed, always to be changed.
     *
     * @param answer absent while it is open; every row that might apply is shown then
     */
    public record Question(
            FormPlan.AskedAttribute asked, @Nullable String answer) {}

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
