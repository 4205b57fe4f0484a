package xundang.desktop.round;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.Records;
import xundang.model.inspection.PlanId;
import xundang.model.round.DefaultPlans;
import xundang.model.round.PlanBody;
import xundang.model.round.PlanChoice;
import xundang.model.round.RoundPlan;
import xundang.model.sync.RecordType;

/**
 * The plans that hold on this laptop: the ledger's, or where it has none, as with an older server, those that come with the program.
 *
 * @param bundled they come with the program
 */
record PlanBook(List<RoundPlan> plans, boolean bundled) {
    /** Long before any inspection; turns of so many days are counted from here, on every laptop alike. */
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    /** Plans that this program cannot understand are left out. */
    static PlanBook read(Tx tx, Records records) {
        List<RoundPlan> plans = new ArrayList<>();
        List<Records.Seen> seen = records.all(tx, RecordType.PLAN);
        for (Records.Seen record : seen) {
            Optional<PlanBody> body = RoundRecords.read(record.id(), record.fields(), PlanBody.class);
            body.filter(PlanBook::isWhole).ifPresent(it -> plans.add(new RoundPlan(new PlanId(record.id()), it)));
        }
        return seen.isEmpty() ? bundledPlans() : new PlanBook(List.copyOf(plans), false);
    }

    private static PlanBook bundledPlans() {
        return new PlanBook(
                DefaultPlans.startingOn(START).stream()
                        .map(plan -> new RoundPlan(id(plan.key()), plan.body()))
                        .toList(),
                true);
    }

    private static PlanId id(String key) {
        return new PlanId(UUID.nameUUIDFromBytes(("plan:" + key).getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isWhole(PlanBody plan) {
        return plan.name() != null
                && plan.templateId() != null
                && plan.rhythm() != null
                && plan.startsOn() != null
                && plan.purpose() != null;
    }

    PlanChoice choice() {
        return new PlanChoice(plans);
    }
}
