package xundang.model.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import xundang.model.asset.AssetId;
import xundang.model.battery.JarLook;
import xundang.model.battery.JarReading;
import xundang.model.battery.OhmicUnit;
import xundang.model.json.CanonicalJson;
import xundang.model.json.ModelJson;

/** The JSON of answers is hashed with the record: the same answer must always be the same text. */
class ReadingValueJsonTest {
    static Stream<ReadingValue> values() {
        return Stream.of(
                new ReadingValue.Dated(LocalDate.of(2026, 8, 3)),
                new ReadingValue.Moment(OffsetDateTime.parse("2026-08-03T14:05:00+08:00")),
                new ReadingValue.Referenced(new AssetId(new UUID(1, 2)), "UPS-000012"),
                new ReadingValue.Table(List.of(Map.of("gb_code", "31011500001320000001", "cause", "power"))),
                new ReadingValue.Table(List.of()),
                new ReadingValue.Jars(null, List.of(JarReading.of(1, new BigDecimal("2.25"), null))),
                new ReadingValue.Jars(
                        OhmicUnit.RESISTANCE,
                        List.of(
                                new JarReading(
                                        1,
                                        new BigDecimal("2.25"),
                                        new BigDecimal("0.52"),
                                        new BigDecimal("24.5"),
                                        List.of(JarLook.CORROSION, JarLook.CREEP),
                                        null),
                                new JarReading(2, null, null, null, List.of(), "够不到"))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void anAnswerReadAgainIsTheSameAnswerAndTheSameText(ReadingValue value) {
        String json = ModelJson.mapper().writerFor(ReadingValue.class).writeValueAsString(value);
        ReadingValue again = ModelJson.mapper().readValue(json, ReadingValue.class);

        assertThat(again).isEqualTo(value);
        assertThat(canonical(again)).isEqualTo(canonical(value));
    }

    @Test
    void theOrderOfTypingDoesNotShowInAJarTable() {
        JarReading one = JarReading.of(1, new BigDecimal("2.25"), null);
        JarReading two = JarReading.of(2, new BigDecimal("2.240"), null);

        assertThat(canonical(new ReadingValue.Jars(null, List.of(two, one))))
                .isEqualTo(canonical(new ReadingValue.Jars(null, List.of(one, two))))
                .isEqualTo("{\"jars\":[{\"position\":1,\"voltage\":2.25},{\"position\":2,\"voltage\":2.24}],"
                        + "\"kind\":\"jars\"}");
    }

    @Test
    void blankCellsAndSpacesAroundACellDoNotShowInATable() {
        assertThat(canonical(new ReadingValue.Table(List.of(Map.of("b", " x ", "a", "1", "c", "  ")))))
                .isEqualTo(canonical(new ReadingValue.Table(List.of(Map.of("a", "1", "b", "x")))))
                .isEqualTo("{\"kind\":\"table\",\"rows\":[{\"a\":\"1\",\"b\":\"x\"}]}");
    }

    @Test
    void aPositionAppearsOnce() {
        JarReading seven = JarReading.of(7, new BigDecimal("2.25"), null);

        assertThatThrownBy(() -> new ReadingValue.Jars(null, List.of(seven, seven)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 401})
    void aPositionIsFromOneTo400(int position) {
        assertThatThrownBy(() -> JarReading.of(position, BigDecimal.ONE, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fourHundredJarsFitAndComeBack() {
        List<JarReading> jars = java.util.stream.IntStream.rangeClosed(1, JarReading.MAX_POSITION)
                .mapToObj(i -> JarReading.of(i, new BigDecimal("2.25"), new BigDecimal("0.52")))
                .toList();
        ReadingValue.Jars table = new ReadingValue.Jars(OhmicUnit.RESISTANCE, jars);
        String json = ModelJson.mapper().writeValueAsString(table);

        assertThat(ModelJson.mapper().readValue(json, ReadingValue.class)).isEqualTo(table);
    }

    @Test
    void ohmicValuesNeedTheirUnit() {
        JarReading measured = JarReading.of(1, null, BigDecimal.ONE);

        assertThatThrownBy(() -> new ReadingValue.Jars(null, List.of(measured)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableOfMoreThanTwoThousandRowsIsRefused() {
        List<Map<String, String>> rows = Collections.nCopies(ReadingValue.Table.MAX_ROWS + 1, Map.of("a", "1"));

        assertThatThrownBy(() -> new ReadingValue.Table(rows)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"jars\",\"jars\":[{\"position\":1,\"voltage\":2},{\"position\":1,\"voltage\":2}]}",
                "{\"kind\":\"jars\",\"jars\":[{\"position\":401,\"voltage\":2}]}",
                "{\"kind\":\"jars\",\"jars\":[{\"position\":1,\"ohmic\":2}]}",
                "{\"kind\":\"jars\",\"ohmic_unit\":\"Ω\",\"jars\":[]}"
            })
    void aBrokenJarTableFromOutsideIsAFaultOfTheMessage(String json) {
        assertThatThrownBy(() -> ModelJson.mapper().readValue(json, ReadingValue.class))
                .isInstanceOf(JacksonException.class);
    }

    private static String canonical(ReadingValue value) {
        return CanonicalJson.of(ModelJson.mapper().valueToTree(value));
    }
}
