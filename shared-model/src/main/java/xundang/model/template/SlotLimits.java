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
 * @param source where the limit comes from: a tag of the domain specification such as {@code 002}, {@code E10} or {@code E6+E8}; {@code P}
 *     (practice) and {@code D} (product's proposal) are never printed as a standard's; {@code model} is the object's own data; after a slash
 *     the warning range's source where it differs, e.g. {@code E1/P}
 * @param missingAttributes attributes that are empty, so that nothing can be judged
 */
public record SlotLimits(
        @Nullable Range normal,
        @Nullable Range warn,
        List<String> normalOptions,
        List<String> warnOptions,
        String source,
        List<String> missingAttributes) {}
