package xundang.model.tag;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xundang.model.text.ModelText;

/**
 * 标签号 of a removed district device: the district's name and {@code 设备N}, e.g. {@code 杨浦区设备3}; unique, and consecutive from 1 (source
 * 002).
 *
 * @param number from 1
 */
public record RemovalLabel(String district, int number) {
    private static final Pattern FORM = Pattern.compile("(.+)设备([1-9][0-9]{0,4})");

    /** What is wrong with a label as it was entered. What other laptops have not sent yet is not known. */
    public sealed interface Finding {
        /** Wording for people. */
        ModelText text();

        /** Not the district's name followed by {@code 设备} and a number. */
        record WrongForm(String expected) implements Finding {
            @Override
            public ModelText text() {
                return ModelText.of("label.wrong_form", expected);
            }
        }

        /** Another device has it. */
        record UsedTwice() implements Finding {
            @Override
            public ModelText text() {
                return ModelText.of("label.used_twice");
            }
        }

        /** Numbers before it are not used yet. */
        record NotConsecutive(String expected) implements Finding {
            @Override
            public ModelText text() {
                return ModelText.of("label.not_consecutive", expected);
            }
        }
    }

    /** The label that the text is; empty if it is none. */
    public static Optional<RemovalLabel> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RemovalLabel(form.group(1), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /** The first one of that district that nobody has. */
    public static RemovalLabel next(String district, Collection<RemovalLabel> used) {
        OptionalInt highest = used.stream()
                .filter(label -> label.district().equals(district))
                .mapToInt(RemovalLabel::number)
                .max();
        return new RemovalLabel(district, highest.orElse(0) + 1);
    }

    /**
     * Judges a label as entered.
     *
     * @param text exactly as entered
     * @param district name of the chosen district
     * @param used labels of other devices, as far as they are known
     */
    public static Optional<Finding> check(String text, String district, Collection<RemovalLabel> used) {
        Optional<RemovalLabel> label = parse(text).filter(it -> it.district().equals(district));
        RemovalLabel next = next(district, used);
        if (label.isEmpty()) {
            return Optional.of(new Finding.WrongForm(next.text()));
        }
        if (used.contains(label.get())) {
            return Optional.of(new Finding.UsedTwice());
        }
        return label.get().number() > next.number()
                ? Optional.of(new Finding.NotConsecutive(next.text()))
                : Optional.empty();
    }

    /** As it stands on the device. */
    public String text() {
        return district + "设备" + number;
    }
}
