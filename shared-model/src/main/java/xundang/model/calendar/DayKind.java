package xundang.model.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a notice departs from the ordinary week. */
public enum DayKind {
    /** 放假: a day off, whatever day of the week it is. */
    @JsonProperty("holiday")
    HOLIDAY,
    /** 调休上班: a Saturday or Sunday on which people work. */
    @JsonProperty("workday")
    WORKDAY;

    /** The word in files and records. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with that word, if there is one. */
    public static Optional<DayKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
