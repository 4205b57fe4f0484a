package xundang.model.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slot's limits, worked out for one asset.
 *
 * @param normal normal range of a number; absent for other kinds or when an attribute is missing
 * @param warn warning range of a number; values inside normal are normal whatever this says
 * @param normalOptions option codes (or {@code yes}/{@code no}) that are normal; empty for numbers
 * @param warnOptions option codes that are a warning
 * @param source where the limit comes from, e.g. {@code E10} or {@code P}; a {@code P} or {@code D} limit is never printed as a standard's
 * @param missingAttributes attributes that are empty, so that nothing can be judged
 */
public record SlotLimits(
        @Nullable Range normal,
        @Nullable Range warn,
        List<String> normalOptions,
        List<String> warnOptions,
        String source,
        List<String> missingAttributes) {}
