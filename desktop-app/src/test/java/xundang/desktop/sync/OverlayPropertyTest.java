package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.model.account.UserId;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;

/** What a person sees while own changes wait, against a map that simply takes each change. */
class OverlayPropertyTest {
    private static final UUID RECORD = new UUID(0x7000L, 1);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:00:00+08:00");

    /** Edits as a person makes them: some fields, to a text or to nothing. */
    @Provide
    Arbitrary<List<Map<String, String>>> edits() {
        Arbitrary<String> field = Arbitraries.of("name", "room", "keeper", "x_unknown");
        Arbitrary<String> value = Arbitraries.of("", "a", "b", "c");
        return Arbitraries.maps(field, value).ofMinSize(1).ofMaxSize(3).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Map<String, String>> base() {
        return Arbitraries.maps(Arbitraries.of("name", "room", "x_unknown", "x_other"), Arbitraries.of("a", "b"))
                .ofMaxSize(4);
    }

    @Property(tries = 300)
    void pendingChangesShowAsIfEachHadBeenMadeInPlace(
            @ForAll("base") Map<String, String> base, @ForAll("edits") List<Map<String, String>> edits) {
        Map<String, String> model = new TreeMap<>(base);
        List<Op> ops = ops(model, edits);
        assertThat(texts(Overlay.replay(json(base), ops))).isEqualTo(model);
    }

    @Property(tries = 300)
    void changesThatWereMergedIntoOneShowTheSame(
            @ForAll("base") Map<String, String> base, @ForAll("edits") List<Map<String, String>> edits) {
        Map<String, String> model = new TreeMap<>(base);
        List<Op> ops = ops(model, edits);
        List<Op> one = ops.stream().reduce(Overlay::merge).map(List::of).orElse(List.of());
        assertThat(texts(Overlay.replay(json(base), one))).isEqualTo(model);
    }

    /** So a change that was merged clashes with somebody else's exactly where its first part would have. */
    @Property(tries = 300)
    void aMergedChangeNamesWhatItsFirstAuthorSawOfEachField(
            @ForAll("base") Map<String, String> base, @ForAll("edits") List<Map<String, String>> edits) {
        List<Op> ops = ops(new TreeMap<>(base), edits);
        ops.stream()
                .reduce(Overlay::merge)
                .ifPresent(merged -> merged.set().forEach((field, change) -> {
                    JsonNode seen = change.from();
                    assertThat(seen == null ? null : seen.asString()).isEqualTo(base.get(field));
                }));
    }

    /** Turns edits into ops as a form would, and applies them to the model. */
    private static List<Op> ops(Map<String, String> model, List<Map<String, String>> edits) {
        List<Op> ops = new ArrayList<>();
        for (Map<String, String> edit : edits) {
            Map<String, FieldChange> set = new LinkedHashMap<>();
            edit.forEach((field, to) -> {
                set.put(field, new FieldChange(node(model.get(field)), node(to.isEmpty() ? null : to)));
                if (to.isEmpty()) {
                    model.remove(field);
                } else {
                    model.put(field, to);
                }
            });
            ops.add(new Op(
                    new UUID(0x7000L, 100L + ops.size()),
                    0,
                    null,
                    OpKind.ASSET_PATCH,
                    1,
                    RecordType.ASSET,
                    RECORD,
                    1,
                    set,
                    AT,
                    0,
                    new UserId(RECORD)));
        }
        return ops;
    }

    private static Map<String, JsonNode> json(Map<String, String> texts) {
        Map<String, JsonNode> json = new LinkedHashMap<>();
        texts.forEach((field, text) -> json.put(field, node(text)));
        return json;
    }

    private static JsonNode node(String text) {
        return text == null ? null : JsonNodeFactory.instance.stringNode(text);
    }

    private static Map<String, String> texts(Map<String, JsonNode> fields) {
        Map<String, String> texts = new TreeMap<>();
        fields.forEach((field, value) -> texts.put(field, value.asString()));
        return texts;
    }
}
