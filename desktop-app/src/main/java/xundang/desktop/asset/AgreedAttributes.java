package xundang.desktop.asset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xundang.model.template.Attributes;

/**
 * What several objects say together, e.g. the battery strings of one host, or the UPS hosts of a room: an attribute counts where all that give
 * it agree.
 *
 * @param names attributes that they may speak for; empty for all
 * @param jarBaselines of their battery jars
 */
record AgreedAttributes(List<AssetFields> objects, Set<String> names, Map<Integer, BigDecimal> jarBaselines)
        implements Attributes {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,12})?");

    @Override
    public Optional<String> value(String name) {
        List<String> values = values(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    @Override
    public boolean disputed(String name) {
        return values(name).size() > 1;
    }

    private List<String> values(String name) {
        if (!names.isEmpty() && !names.contains(name)) {
            return List.of();
        }
        return objects.stream()
                .map(object -> object.attribute(name))
                .flatMap(Optional::stream)
                .map(AgreedAttributes::plain)
                .distinct()
                .toList();
    }

    /** 2.20 and 2.2 are the same voltage. */
    private static String plain(String text) {
        String bare = text.strip();
        return NUMBER.matcher(bare).matches()
                ? new BigDecimal(bare).stripTrailingZeros().toPlainString()
                : bare;
    }
}
