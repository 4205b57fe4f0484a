package xundang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.model.sync.FieldChange;
import xundang.model.sync.FieldGroups;

/** Two people change the same object apart from each other: what the merge owes to both of them. */
class ThreeWayMergePropertyTest {
    private static final List<List<String>> GROUPS = List.of(List.of("lon", "lat"));
    private static final List<String> FIELDS = List.of("name", "room", "keeper", "lon", "lat");

    /** An object's values; a field without one is left out. */
    @Provide
    Arbitrary<Map<String, String>> objects() {
        return Arbitraries.maps(Arbitraries.of(FIELDS), Arbitraries.of("a", "b"))
                .ofMaxSize(FIELDS.size());
    }

    /** One person's edit: some fields, to a value or to nothing. */
    @Provide
    Arbitrary<Map<String, String>> edits() {
        return Arbitraries.maps(Arbitraries.of(FIELDS), Arbitraries.of("", "a", "b", "c", "d"))
                .ofMaxSize(FIELDS.size());
    }

    @Property(tries = 500)
    void eachValueOfMineIsShownOrWaitsForAPerson(
            @ForAll("objects") Map<String, String> base,
            @ForAll("edits") Map<String, String> theirs,
            @ForAll("edits") Map<String, String> mine) {
        ThreeWayMerge merge = merge(edited(base, theirs), base, mine);
        Map<String, String> shown = texts(merge.fields());
        Set<String> waiting = waiting(merge);
        mine.forEach((field, to) -> {
            if (!waiting.contains(field)) {
                assertThat(shown.getOrDefault(field, "")).isEqualTo(to);
            }
        });
    }

    @Property(tries = 500)
    void nothingOfTheirsIsOverwrittenUnlessIHadSeenIt(
            @ForAll("objects") Map<String, String> base,
            @ForAll("edits") Map<String, String> theirs,
            @ForAll("edits") Map<String, String> mine) {
        Map<String, String> current = edited(base, theirs);
        Map<String, String> shown = texts(merge(current, base, mine).fields());
        for (String field : FIELDS) {
            if (!Objects.equals(current.get(field), base.get(field))) {
                assertThat(shown.get(field)).isEqualTo(current.get(field));
            }
        }
    }

    @Property(tries = 500)
    void apartFromEachOtherBothAreAppliedInWhicheverOrderTheyArrive(
            @ForAll("objects") Map<String, String> base,
            @ForAll("edits") Map<String, String> one,
            @ForAll("edits") Map<String, String> two) {
        Map<String, String> other = new HashMap<>(two);
        one.keySet().forEach(field -> other.keySet().removeAll(FieldGroups.groupOf(GROUPS, field)));
        ThreeWayMerge oneFirst = merge(edited(base, one), base, other);
        ThreeWayMerge otherFirst = merge(edited(base, other), base, one);
        assertThat(oneFirst.clashes()).isEmpty();
        assertThat(otherFirst.clashes()).isEmpty();
        assertThat(texts(oneFirst.fields())).isEqualTo(texts(otherFirst.fields()));
    }

    @Property(tries = 500)
    void aPersonIsAskedOnlyWhereBothChangedTheSameThingDifferently(
            @ForAll("objects") Map<String, String> base,
            @ForAll("edits") Map<String, String> theirs,
            @ForAll("edits") Map<String, String> mine) {
        Map<String, String> current = edited(base, theirs);
        Map<String, String> wanted = edited(base, mine);
        for (ThreeWayMerge.Clash clash : merge(current, base, mine).clashes()) {
            assertThat(clash.group()).anyMatch(field -> !Objects.equals(current.get(field), base.get(field)));
            assertThat(clash.group()).anyMatch(field -> !Objects.equals(wanted.get(field), current.get(field)));
        }
    }

    @Property(tries = 500)
    void sendingTheSameChangeTwiceChangesNothing(
            @ForAll("objects") Map<String, String> base,
            @ForAll("edits") Map<String, String> theirs,
            @ForAll("edits") Map<String, String> mine) {
        ThreeWayMerge first = merge(edited(base, theirs), base, mine);
        ThreeWayMerge again = merge(texts(first.fields()), base, mine);
        assertThat(again.changed()).isFalse();
        assertThat(again.clashes()).isEqualTo(first.clashes());
        assertThat(again.fields()).isEqualTo(first.fields());
    }

    /** A longitude of one person with the latitude of another would be a third place. */
    @Property(tries = 500)
    void longitudeAndLatitudeAreNeverOnePersonsAndTheOthers(
            @ForAll("objects") Map<String, String> base,
            @ForAll("edits") Map<String, String> theirs,
            @ForAll("edits") Map<String, String> mine) {
        Map<String, String> current = edited(base, theirs);
        Map<String, String> wanted = edited(base, mine);
        Map<String, String> shown = texts(merge(current, base, mine).fields());
        assertThat(place(shown)).isIn(place(current), place(wanted));
    }

    private static List<String> place(Map<String, String> object) {
        return List.of(object.getOrDefault("lon", ""), object.getOrDefault("lat", ""));
    }

    private static ThreeWayMerge merge(
            Map<String, String> current, Map<String, String> seen, Map<String, String> edit) {
        Map<String, String> wanted = edited(seen, edit);
        Map<String, FieldChange> set = new LinkedHashMap<>();
        for (String touched : new TreeMap<>(edit).keySet()) {
            for (String field : FieldGroups.groupOf(GROUPS, touched)) {
                set.put(field, new FieldChange(node(seen.get(field)), node(wanted.get(field))));
            }
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        current.forEach((field, text) -> fields.put(field, node(text)));
        return ThreeWayMerge.of(fields, set, GROUPS);
    }

    private static Map<String, String> edited(Map<String, String> object, Map<String, String> edit) {
        Map<String, String> after = new HashMap<>(object);
        edit.forEach((field, to) -> {
            if (to.isEmpty()) {
                after.remove(field);
            } else {
                after.put(field, to);
            }
        });
        return after;
    }

    private static Set<String> waiting(ThreeWayMerge merge) {
        Set<String> fields = new HashSet<>();
        merge.clashes().forEach(clash -> fields.addAll(clash.group()));
        return fields;
    }

    private static Map<String, String> texts(Map<String, JsonNode> fields) {
        Map<String, String> texts = new HashMap<>();
        fields.forEach((field, value) -> texts.put(field, value.asString()));
        return texts;
    }

    private static JsonNode node(String text) {
        return text == null ? null : JsonNodeFactory.instance.stringNode(text);
    }
}
