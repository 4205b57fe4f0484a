package xundang.desktop.asset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xundang.model.template.Attributes;

/** What the battery strings of one host say together: an attribute counts where all strings that give it agree. */
record BatteryAttributes(List<AssetFields> strings) implements Attributes {
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
        return strings.stream()
                .map(string -> string.attribute(name))
                .flatMap(Optional::stream)
                .map(BatteryAttributes::plain)
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
