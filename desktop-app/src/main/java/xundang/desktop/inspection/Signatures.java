package xundang.desktop.inspection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.SignedContent;
import xundang.model.template.SlotId;

/**
 * Binds drawn signatures to what stands above them. A signature belongs to just that content: when any of it is changed afterwards, the
 * signature goes, and the row is open again. A name without a drawn signature binds nothing and stays. Pure.
 */
final class Signatures {
    /** A row was answered: if it was signed, the signature is bound; signatures under other content go. */
    void bind(DraftReader.Open open, SlotId answered, Map<SlotId, Reading> readings) {
        for (Reading reading : List.copyOf(readings.values())) {
            if (!(reading.value() instanceof ReadingValue.Signed signed)) {
                continue;
            }
            SlotId slot = reading.slot();
            if (slot.equals(answered)) {
                readings.put(slot, with(reading, bound(open, slot, signed, readings.values())));
            } else if (signed.over() != null && !signed.over().equals(over(open, slot, readings.values()))) {
                lift(readings, reading);
            }
        }
    }

    /**
     * Rows whose signature is over other content than stands above it now: a picture was added or something was observed after signing, or
     * the ledger changed what is computed.
     */
    List<SlotId> stale(DraftReader.Open open) {
        Collection<Reading> readings = open.draft().readings().values();
        return readings.stream()
                .filter(reading -> reading.value() instanceof ReadingValue.Signed signed
                        && signed.over() != null
                        && !signed.over().equals(over(open, reading.slot(), readings)))
                .map(Reading::slot)
                .toList();
    }

    private static ReadingValue.Signed bound(
            DraftReader.Open open, SlotId slot, ReadingValue.Signed signed, Collection<Reading> readings) {
        return signed.strokes().isEmpty()
                ? new ReadingValue.Signed(signed.name(), "")
                : new ReadingValue.Signed(signed.name(), signed.strokes(), over(open, slot, readings));
    }

    private static String over(DraftReader.Open open, SlotId slot, Collection<Reading> readings) {
        InspectionRow row = open.row();
        return SignedContent.above(
                slot, open.template(), new SignedContent.Head(row.asset(), row.startedAt(), row.observed()), readings);
    }

    private static void lift(Map<SlotId, Reading> readings, Reading reading) {
        if (reading.photos().isEmpty() && reading.note() == null) {
            readings.remove(reading.slot());
        } else {
            readings.put(reading.slot(), with(reading, null));
        }
    }

    private static Reading with(Reading reading, ReadingValue.@Nullable Signed value) {
        return new Reading(
                reading.slot(),
                value,
                reading.skip(),
                reading.photos(),
                reading.note(),
                reading.verdict(),
                reading.recordedAt(),
                reading.firstValue());
    }
}
