package xundang.model.inspection;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/** What a submitted inspection says together with its addenda. Pure; the same on the laptop, on the server's pages and on paper. */
public final class Addenda {
    /** By the server's clock as far as it is known, so that a laptop whose clock is wrong does not decide; then by id. */
    private static final Comparator<Known> IN_ORDER = Comparator.comparing((Known known) ->
                    known.body().madeAt().toInstant().minusMillis(known.body().clockOffsetMs()))
            .thenComparing(known -> known.id().toString());

    private Addenda() {}

    /** One addendum with its id. */
    public record Known(AddendumId id, AddendumBody body) {}

    /** In the order in which they were made. */
    public static List<Known> inOrder(Collection<Known> addenda) {
        return addenda.stream().sorted(IN_ORDER).toList();
    }

    /** The answers as they stand with all corrections, in the record's order. The record itself keeps its own. */
    public static Map<SlotId, Reading> corrected(Collection<Reading> original, Collection<Known> addenda) {
        Map<SlotId, Reading> readings = new LinkedHashMap<>();
        original.forEach(reading -> readings.put(reading.slot(), reading));
        for (Known known : inOrder(addenda)) {
            Reading to = known.body().to();
            if (to != null) {
                readings.put(to.slot(), to);
                known.body().follows().forEach(reading -> readings.put(reading.slot(), reading));
            }
        }
        return readings;
    }

    /** The verdict of the whole record with all corrections. */
    public static Verdict verdict(Collection<Reading> original, Collection<Known> addenda) {
        return Verdict.worst(corrected(original, addenda).values().stream()
                .map(Reading::verdict)
                .toList());
    }

    /** Those that are about that row, corrections and remarks, in order. */
    public static List<Known> of(SlotId slot, Collection<Known> addenda) {
        return inOrder(addenda).stream()
                .filter(known -> slot.equals(known.body().slot()))
                .toList();
    }

    /**
     * Whether that answer ever stood in that row: as submitted, or by an earlier addendum. Two people who correct the same row without
     * network both start from the same answer; both corrections are kept.
     */
    public static boolean everStood(
            @Nullable Reading answer, SlotId slot, Collection<Reading> original, Collection<Known> addenda) {
        boolean submitted = sameAnswer(
                answer,
                original.stream()
                        .filter(reading -> reading.slot().equals(slot))
                        .findFirst()
                        .orElse(null));
        return submitted
                || addenda.stream()
                        .map(known -> known.body().to())
                        .filter(Objects::nonNull)
                        .anyMatch(to -> to.slot().equals(slot) && sameAnswer(answer, to));
    }

    /** Whether two readings say the same, whenever and by whatever limits they were judged. A row without an answer is like an empty one. */
    public static boolean sameAnswer(@Nullable Reading one, @Nullable Reading other) {
        return Objects.equals(SignedContent.answer(one), SignedContent.answer(other));
    }
}
