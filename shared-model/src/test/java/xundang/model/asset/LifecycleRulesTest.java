package xundang.model.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import xundang.model.account.Role;

class LifecycleRulesTest {
    /** Written out once more from the specification, so that a slip in the table shows. */
    private static final Map<String, String> SPECIFIED = Map.ofEntries(
            Map.entry("draft", "registered"),
            Map.entry("registered", "in_stock in_service missing"),
            Map.entry("in_stock", "retired missing"),
            Map.entry("in_service", "faulty standby removed missing"),
            Map.entry("faulty", "in_service under_repair missing"),
            Map.entry("under_repair", "in_service missing"),
            Map.entry("standby", "removed missing"),
            Map.entry("removed", "in_transit retired missing"),
            Map.entry("in_transit", "in_stock missing"),
            Map.entry("missing", "in_service written_off"),
            Map.entry("retired", "scrapped"));

    @Test
    void theTableIsTheSpecificationsAndNothingElse() {
        Map<String, Set<String>> actual = new TreeMap<>();
        LifecycleRules.transitions()
                .forEach(step -> actual.computeIfAbsent(step.from().code(), from -> new TreeSet<>())
                        .add(step.to().code()));
        Map<String, Set<String>> expected = new TreeMap<>();
        SPECIFIED.forEach((from, to) -> expected.put(from, new TreeSet<>(List.of(to.split(" ")))));

        assertThat(actual).isEqualTo(expected);
    }

    static Stream<Transition> transitions() {
        return LifecycleRules.transitions().stream();
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void everyStepIsAllowedToItsRolesWithItsProofAndOnlyThen(Transition step) {
        for (Role role : Role.values()) {
            TransitionOutcome outcome = LifecycleRules.check(step.from(), step.to(), role, step.required());
            assertThat(outcome instanceof TransitionOutcome.Allowed)
                    .isEqualTo(step.roles().contains(role));
        }
        for (Proof proof : step.required()) {
            Set<Proof> others = new TreeSet<>(step.required());
            others.remove(proof);
            assertThat(LifecycleRules.check(
                            step.from(), step.to(), step.roles().iterator().next(), others))
                    .isEqualTo(new TransitionOutcome.ProofMissing(Set.of(proof)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT,REGISTERED,ASSET_MANAGER,EVIDENCE",
        "RETIRED,SCRAPPED,ASSET_MANAGER,EVIDENCE",
        "IN_SERVICE,MISSING,ASSET_MANAGER,EVIDENCE",
        "IN_STOCK,RETIRED,ASSET_MANAGER,EVIDENCE",
        "IN_SERVICE,FAULTY,INSPECTOR,REASON",
        "STANDBY,REMOVED,INSPECTOR,RECEIVER_SIGNATURE",
        "REMOVED,IN_TRANSIT,INSPECTOR,RECEIVER_SIGNATURE"
    })
    void theSpecificationNamesWhoAndWithWhat(LifecycleState from, LifecycleState to, Role role, Proof proof) {
        assertThat(LifecycleRules.check(from, to, role, Set.of(proof))).isInstanceOf(TransitionOutcome.Allowed.class);
        assertThat(LifecycleRules.check(from, to, role, Set.of())).isInstanceOf(TransitionOutcome.ProofMissing.class);
    }

    @ParameterizedTest
    @EnumSource(LifecycleState.class)
    void nothingFollowsScrapped(LifecycleState to) {
        assertThat(LifecycleRules.check(LifecycleState.SCRAPPED, to, Role.ASSET_MANAGER, Set.of(Proof.values())))
                .isEqualTo(new TransitionOutcome.Final());
    }

    @Test
    void aRefusalNamesTheStatesTheRolesAndTheMissingProofInChinese() {
        assertThat(reason(LifecycleState.DRAFT, LifecycleState.SCRAPPED, Role.ASSET_MANAGER))
                .isEqualTo("不能从“草稿”变为“已报废”。");
        assertThat(reason(LifecycleState.DRAFT, LifecycleState.REGISTERED, Role.INSPECTOR))
                .contains("资产管理员");
        assertThat(reason(LifecycleState.DRAFT, LifecycleState.REGISTERED, Role.ASSET_MANAGER))
                .isEqualTo("还缺：佐证材料。");
    }

    @Test
    void everyStateIsFoundByItsCode() {
        assertThat(Arrays.stream(LifecycleState.values())
                        .map(state -> LifecycleState.ofCode(state.code()).orElseThrow()))
                .containsExactly(LifecycleState.values());
    }

    private static String reason(LifecycleState from, LifecycleState to, Role role) {
        return LifecycleRules.check(from, to, role, Set.of())
                .reason(Locale.CHINA)
                .orElseThrow();
    }
}
