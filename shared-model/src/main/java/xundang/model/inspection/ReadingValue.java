package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xundang.model.asset.AssetId;
import xundang.model.battery.JarReading;
import xundang.model.battery.OhmicUnit;

/** What a person entered or the form computed. Immutable. Its JSON is hashed with the record, so a value has one form only. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReadingValue.YesNo.class, name = "yes_no"),
    @JsonSubTypes.Type(value = ReadingValue.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = ReadingValue.Measured.class, name = "number"),
    @JsonSubTypes.Type(value = ReadingValue.Written.class, name = "text"),
    @JsonSubTypes.Type(value = ReadingValue.Signed.class, name = "signature"),
    @JsonSubTypes.Type(value = ReadingValue.Dated.class, name = "date"),
    @JsonSubTypes.Type(value = ReadingValue.Moment.class, name = "date_time"),
    @JsonSubTypes.Type(value = ReadingValue.Referenced.class, name = "asset"),
    @JsonSubTypes.Type(value = ReadingValue.Table.class, name = "table"),
    @JsonSubTypes.Type(value = ReadingValue.Jars.class, name = "jars")
})
public sealed interface ReadingValue {
    /** 是 or 否. */
    record YesNo(boolean yes) implements ReadingValue {}

    /** One or several option codes of the item, in the template's order. */
    record Choice(List<String> codes) implements ReadingValue {}

    /** A number in the item's unit, with the decimals that were typed. */
    record Measured(BigDecimal number) implements ReadingValue {}

    /** Free text. */
    record Written(String text) implements ReadingValue {}

    /**
     * A signature.
     *
     * @param name the signer as printed
     * @param strokes the pen's path as SVG path data; empty when signed by name only
     * @param over what was signed, as {@link SignedContent} tells it; absent when signed by name only, and in records of before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signed(String name, String strokes, @Nullable String over) implements ReadingValue {
        /** A signature that is not bound to anything yet. */
        public Signed(String name, String strokes) {
            this(name, strokes, null);
        }
    }

    /** A day. */
    record Dated(LocalDate date) implements ReadingValue {}

    /** A day and a time of day, with the offset of the place. */
    record Moment(OffsetDateTime at) implements ReadingValue {}

    /**
     * Another object of the ledger.
     *
     * @param assetNo its number as it was when the form was filled in, so that the printed form can be read without the ledger
     */
    record Referenced(
            @JsonProperty("asset_id") AssetId asset,
            @JsonProperty("asset_no") String assetNo) implements ReadingValue {}

    /**
     * Rows of a table in the order of typing. A cell is text: a number in plain digits, a day as {@code 2026-08-03}, {@code yes} or
     * {@code no}, an option's code, or what was written; a blank cell is absent. A table without rows is an answer too: 无.
     * More than {@link #MAX_ROWS} rows are refused with an {@link IllegalArgumentException}.
     */
    record Table(List<Map<String, String>> rows) implements ReadingValue {
        /** No list of this trade is longer: the largest project has 856 cameras. */
        public static final int MAX_ROWS = 2000;

        public Table {
            if (rows.size() > MAX_ROWS) {
                throw new IllegalArgumentException("a table of " + rows.size() + " rows");
            }
            rows = rows.stream().map(Table::bare).toList();
        }

        private static Map<String, String> bare(Map<String, String> row) {
            Map<String, String> cells = new TreeMap<>();
            row.forEach((column, cell) -> {
                String text = cell.strip();
                if (!text.isEmpty()) {
                    cells.put(column, text);
                }
            });
            return Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }
    }

    /**
     * 逐节表: the jars of one battery string by position. A position that appears twice, or ohmic values without their unit, are refused with an
     * {@link IllegalArgumentException}.
     *
     * @param ohmicUnit what the meter shows: resistance in mΩ or conductance in S; absent when neither was measured
     * @param jars sorted by position, each position once, from 1 to {@link JarReading#MAX_POSITION}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Jars(@JsonProperty("ohmic_unit") @Nullable OhmicUnit ohmicUnit, List<JarReading> jars)
            implements ReadingValue {
        public Jars {
            jars = jars.stream()
                    .sorted((one, other) -> Integer.compare(one.position(), other.position()))
                    .toList();
            for (int i = 1; i < jars.size(); i++) {
                if (jars.get(i).position() == jars.get(i - 1).position()) {
                    throw new IllegalArgumentException(
                            "position twice: " + jars.get(i).position());
                }
            }
            if (ohmicUnit == null && jars.stream().anyMatch(jar -> jar.ohmic() != null)) {
                throw new IllegalArgumentException("ohmic values without a unit");
            }
        }

        /** What was measured at that position. */
        public Optional<JarReading> at(int position) {
            return jars.stream().filter(jar -> jar.position() == position).findFirst();
        }
    }
}
