package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit of forms (b) to (j) at its bounds, as the tables of the domain specification state them. */
class FormLimitsTest {
    /** A host, a room and a camera about which everything is known that the forms ask for. */
    static final Map<String, String> EVERYTHING = everything();

    private static Map<String, String> everything() {
        Map<String, String> all = new HashMap<>(Forms.FULL);
        all.putAll(Map.of(
                "eod_v_cell", "1.80",
                "capacity_ah", "100",
                "cleaning", "true",
                "discharge_test", "true",
                "ocv_v_cell_min", "2.10",
                "ocv_v_cell_max", "2.18",
                "package_price", "600000",
                "battery_cost_used", "118500"));
        all.putAll(Map.of(
                "has_generator", "true",
                "has_crac", "true",
                "has_fire_system", "true",
                "cylinder_count", "2",
                "design_pressure", "4.2",
                "pilot_design_pressure", "6",
                "particle_counter", "true"));
        all.putAll(Map.of(
                "structure", "1",
                "light", "2",
                "supply_v_nom", "24",
                "earth_test", "true",
                "lon", "121.93",
                "lat", "30.9",
                "category", "camera"));
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "ups-q, Q04, 0, NORMAL",
        "ups-q, Q04, 10, NORMAL",
        "ups-q, Q04, 10.1, ABNORMAL",
        "ups-q, Q06, 351.54, NORMAL",
        "ups-q, Q06, 351.5, WARNING",
        "ups-q, Q06, 334.8, WARNING",
        "ups-q, Q06, 334.7, ABNORMAL",
        "ups-q, Q07a.L1, 404, NORMAL",
        "ups-q, Q07a.L1, 412, WARNING",
        "ups-q, Q07a.L1, 412.1, ABNORMAL",
        "ups-q, Q07b, 50.5, NORMAL",
        "ups-q, Q07b, 51, WARNING",
        "ups-q, Q07b, 51.1, ABNORMAL",
        "ups-q, Q08, 3, NORMAL",
        "ups-q, Q08, 5, WARNING",
        "ups-q, Q08, 5.1, ABNORMAL",
        "ups-q, Q09, 1.99, NORMAL",
        "ups-q, Q09, 2, WARNING",
        "ups-q, Q09, 4.99, WARNING",
        "ups-q, Q09, 5, ABNORMAL",
        "ups-q, Q11a, 5, NORMAL",
        "ups-q, Q11a, 7, WARNING",
        "ups-q, Q11b, 7.1, ABNORMAL",
        "ups-q, Y03a, 334.8, NORMAL",
        "ups-q, Y03a, 334.7, ABNORMAL",
        "ups-q, Y03b, 1.8, NORMAL",
        "ups-q, Y03b, 1.79, ABNORMAL",
        "ups-q, Y04, 15, NORMAL",
        "ups-q, Y04, 35, WARNING",
        "ups-q, Y04, 9, ABNORMAL",
        "ups-q, Y05, 90, NORMAL",
        "ups-q, Y05, 89.99, WARNING",
        "ups-q, Y05, 80, WARNING",
        "ups-q, Y05, 79.99, ABNORMAL",
        "ups-q, Y07, 20, NORMAL",
        "ups-q, Y07, 30, WARNING",
        "ups-q, Y07, 31, ABNORMAL",
        "ups-q, Q03a, ok, NORMAL",
        "ups-q, Q03b, aged, WARNING",
        "ups-q, Q03e, faulty, ABNORMAL",
        "ups-q, Q05, no, NORMAL",
        "ups-q, Q05, yes, ABNORMAL",
        "ups-q, H01, yes, NORMAL"
    })
    void ofTheQuarterlyMaintenance(String form, String slot, String value, Verdict verdict) {
        assertVerdict(form, slot, value, verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "room-p, R02, normal, NORMAL",
        "room-p, R02, bypass, ABNORMAL",
        "room-p, R03, 80, NORMAL",
        "room-p, R03, 90, WARNING",
        "room-p, R03, 91, ABNORMAL",
        "room-p, R05, auto, NORMAL",
        "room-p, R05, manual, WARNING",
        "room-p, R05, disabled, ABNORMAL",
        "room-p, R06, 70, NORMAL",
        "room-p, R06, 69, WARNING",
        "room-p, R06, 50, WARNING",
        "room-p, R06, 49, ABNORMAL",
        "room-p, R07, 25, NORMAL",
        "room-p, R07, 28, NORMAL",
        "room-p, R07, 24, WARNING",
        "room-p, R07, 29, WARNING",
        "room-p, R07, 23.9, ABNORMAL",
        "room-p, R07, 29.1, ABNORMAL",
        "room-p, R10.supply, 14, RECORDED",
        "room-p, R10.return, 24, RECORDED",
        "room-p, R12, shielded, WARNING",
        "room-p, R12, fire, ABNORMAL",
        "room-p, R16, 18, NORMAL",
        "room-p, R16, 27, NORMAL",
        "room-p, R16, 15, WARNING",
        "room-p, R16, 32.1, ABNORMAL",
        "room-p, R17, 60, NORMAL",
        "room-p, R17, 70, WARNING",
        "room-p, R17, 71, ABNORMAL",
        "room-p, R18, 5.5, NORMAL",
        "room-p, R18, 15, NORMAL",
        "room-p, R18, 2, WARNING",
        "room-p, R18, 17, WARNING",
        "room-p, R18, 1.9, ABNORMAL",
        "room-p, R19, fair, WARNING",
        "room-p, R20, yes, ABNORMAL",
        "fire-p, F02.1, 3.99, NORMAL",
        "fire-p, F02.2, 3.98, WARNING",
        "fire-p, F02.1, 3.78, WARNING",
        "fire-p, F02.1, 3.77, ABNORMAL",
        "fire-p, F03, 5.4, NORMAL",
        "fire-p, F03, 5.39, ABNORMAL",
        "fire-p, F12, yes, ABNORMAL",
        "fire-p, F13, yes, NORMAL",
        "room-sc, E02a, 17600000, NORMAL",
        "room-sc, E02a, 17600001, ABNORMAL",
        "room-sc, E03, ok, NORMAL",
        "room-sc, E03, partly, WARNING",
        "room-sc, E03, not, ABNORMAL",
        "room-sc, E03, unchecked, UNJUDGED",
        "room-sc, E22a, 30, NORMAL",
        "room-sc, E22a, 29, ABNORMAL",
        "room-sc, E33a, 7, NORMAL",
        "room-sc, E33a, 6, ABNORMAL",
        "room-sc, E34, closed, NORMAL",
        "room-sc, E34, partly, WARNING",
        "room-sc, E34, again, ABNORMAL"
    })
    void ofTheRooms(String form, String slot, String value, Verdict verdict) {
        assertVerdict(form, slot, value, verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "cam-f, C02, tinted, WARNING",
        "cam-f, C02, snow, ABNORMAL",
        "cam-f, C04, 5, NORMAL",
        "cam-f, C04, 20, WARNING",
        "cam-f, C04, 21, ABNORMAL",
        "cam-f, C06, 5, NORMAL",
        "cam-f, C06, 60, WARNING",
        "cam-f, C06, 61, ABNORMAL",
        "cam-f, C08, 30, NORMAL",
        "cam-f, C08, 27, WARNING",
        "cam-f, C08, 26, ABNORMAL",
        "cam-f, C09, 0, NORMAL",
        "cam-f, C09, 10, WARNING",
        "cam-f, C09, 11, ABNORMAL",
        "cam-f, C11, always, WARNING",
        "cam-f, C11, dark, ABNORMAL",
        "cam-f, C12, 21.6, NORMAL",
        "cam-f, C12, 27.6, WARNING",
        "cam-f, C12, 20.3, ABNORMAL",
        "cam-f, C13a, 1, NORMAL",
        "cam-f, C13a, 3, WARNING",
        "cam-f, C13b, 50, NORMAL",
        "cam-f, C13b, 101, ABNORMAL",
        "cam-f, C14, 1, NORMAL",
        "cam-f, C14, 3, WARNING",
        "cam-f, C14, 3.1, ABNORMAL",
        "cam-f, C19, 4, NORMAL",
        "cam-f, C19, 10, WARNING",
        "cam-f, C19, 10.1, ABNORMAL",
        "cam-f, C20, green, NORMAL",
        "cam-f, C20, none, WARNING",
        "cam-f, C20, red, ABNORMAL",
        "cam-f, C23, 20, NORMAL",
        "cam-f, C23, 50, WARNING",
        "cam-f, C23, 51, ABNORMAL",
        "ledger-sc, A03, same, NORMAL",
        "ledger-sc, A03, different, ABNORMAL",
        "ledger-sc, A03, unknown, UNJUDGED",
        "ledger-sc, A08, different, WARNING",
        "ledger-sc, A09, different, ABNORMAL",
        "ledger-sc, A07c, 20, NORMAL",
        "ledger-sc, A07c, 51, ABNORMAL",
        "ledger-sc, A15, yes, ABNORMAL",
        "ledger-sc, A16, once, WARNING",
        "ledger-sc, A16, twice, ABNORMAL",
        "bat-r, B08b, 20, NORMAL",
        "bat-r, B08b, 20.01, ABNORMAL",
        "bat-r, B11, 390.6, NORMAL",
        "bat-r, B11, 390.5, ABNORMAL",
        "bat-r, B12, 409.2, NORMAL",
        "bat-r, B12, 427.8, NORMAL",
        "bat-r, B12, 436.35, WARNING",
        "rem-r, D06, 1, NORMAL",
        "rem-r, D06, 0, ABNORMAL",
        "rem-r, D08, no, ABNORMAL"
    })
    void ofTheFieldAndTheLedger(String form, String slot, String value, Verdict verdict) {
        assertVerdict(form, slot, value, verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "R16, 5, NORMAL", "R16, 45, NORMAL", "R16, 46, ABNORMAL",
        "R17, 8, NORMAL", "R17, 80, NORMAL", "R17, 7, ABNORMAL",
        "R18, 27, NORMAL", "R18, 27.1, ABNORMAL"
    })
    void whereTheEquipmentIsOffTheClimateMayBeWider(String slot, String value, Verdict verdict) {
        Map<String, String> off = new HashMap<>(EVERYTHING);
        off.put("equipment_off", "true");

        FormSlot row = Forms.plan("room-p", off).slot(SlotId.parse(slot)).orElseThrow();
        assertThat(Forms.ENGINE.judge(row, Forms.value(row, value), null)).isEqualTo(verdict);
        assertThat(row.limits().source()).isEqualTo("E1");
    }

    @ParameterizedTest
    @CsvSource({
        "ups-q, Q06, 340",
        "ups-q, Y03a, 340",
        "ups-q, Y03b, 1.9",
        "ups-q, Q07a.L1, 400",
        "fire-p, F02.1, 4",
        "fire-p, F03, 5",
        "cam-f, C12, 24",
        "bat-r, B11, 390",
        "bat-r, B12, 420"
    })
    void whatDependsOnAnEmptyAttributeIsNotJudged(String form, String slot, String value) {
        Map<String, String> bare = Map.of("phases", "3-3", "discharge_test", "true", "has_fire_system", "true");
        FormSlot row = Forms.plan(form, bare).slot(SlotId.parse(slot)).orElseThrow();

        assertThat(Forms.ENGINE.judge(row, Forms.value(row, value), null)).isEqualTo(Verdict.UNJUDGED);
    }

    @ParameterizedTest
    @CsvSource({
        "ups-q, Q04, transfer_ms_max, P, model",
        "cam-f, C08, retention_days, E13/D+E13, model/D+model",
        "cam-f, C19, ground_ohm_limit, E11, model/E11",
        "room-p, R06, fuel_min_pct, D/P, model/P"
    })
    void aDefaultIsSaidToBeOneAndAnOwnValueToBeTheModels(
            String form, String slot, String attribute, String byDefault, String own) {
        Map<String, String> known = Map.of("has_generator", "true");
        Map<String, String> filled = Map.of("has_generator", "true", attribute, "8");

        assertThat(source(form, slot, known)).isEqualTo(byDefault);
        assertThat(source(form, slot, filled)).isEqualTo(own);
    }

    private static String source(String form, String slot, Map<String, String> known) {
        return Forms.plan(form, known)
                .slot(SlotId.parse(slot))
                .orElseThrow()
                .limits()
                .source();
    }

    private static void assertVerdict(String form, String id, String value, Verdict verdict) {
        FormSlot slot = Forms.plan(form, EVERYTHING).slot(SlotId.parse(id)).orElseThrow();

        assertThat(Forms.ENGINE.judge(slot, Forms.value(slot, value), null)).isEqualTo(verdict);
    }
}
