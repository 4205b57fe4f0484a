package xundang.desktop.round;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to inspect today: every slot of the day, everything of a longer turn that is open or was closed today, and every draft.
 *
 * @param now the corrected time for which it holds
 * @param items room by room in walking order; within a room by object and time
 * @param bundledPlans the server has no plans: these are the program's own
 * @param clockWentBack how far the laptop's clock stands behind what this ledger has seen; absent when it runs as it should
 */
public record TodayList(
        OffsetDateTime now,
        List<RoundItem> items,
        boolean bundledPlans,
        @Nullable Duration clockWentBack) {}
