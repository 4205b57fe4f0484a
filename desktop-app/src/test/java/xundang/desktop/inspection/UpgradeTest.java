package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.FormSlot;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateCatalog;
import xundang.model.template.TemplateItem;
import xundang.model.template.Verdict;

/** A draft and a newer version of its form. */
class UpgradeTest {
    private static final String FIRST = """
            {"format": 1, "id": "rack-w", "version": 1, "category": "ups_host", "title": {"zh": "机柜周检", "en": "Rack"},
             "sections": [{"title": {"zh": "检查", "en": "Check"}, "items": [
              {"id": "W01", "kind": "number", "photo": "none", "unit": "°C", "label": {"zh": "温度", "en": "Temperature"},
               "limits": {"source": "P", "normal": {"low": "15", "high": "30"}}},
              {"id": "W02", "kind": "text", "photo": "none", "label": {"zh": "备注", "en": "Remarks"}}]}]}
            """;
    private static final String SECOND = """
            {"format": 1, "id": "rack-w", "version": 2, "category": "ups_host", "title": {"zh": "机柜周检", "en": "Rack"},
             "sections": [{"title": {"zh": "检查", "en": "Check"}, "items": [
              {"id": "W01", "kind": "number", "photo": "none", "unit": "°C", "label": {"zh": "温度", "en": "Temperature"},
               "limits": {"source": "P", "normal": {"low": "15", "high": "25"}}},
              {"id": "W03", "kind": "yes_no", "photo": "none", "label": {"zh": "上锁", "en": "Locked"},
               "limits": {"source": "P", "normal_options": ["yes"]}}]}]}
            """;

    @TempDir
    Path temp;

    private TestLaptop laptop;

    @BeforeEach
    void open() throws IOException {
        laptop = new TestLaptop(temp.resolve("ledger"), catalogue(FIRST));
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private static TemplateCatalog catalogue(String... files) {
        Stream<InspectionTemplate> own = Arrays.stream(files)
                .map(json -> TemplateCatalog.template("rack-w.v" + (json.equals(FIRST) ? 1 : 2) + ".json", json));
        return TemplateCatalog.of(
                Stream.concat(own, TemplateCatalog.bundled().all().stream()).toList());
    }

    private InspectionId begun() {
        InspectionId id = laptop.inspections.begin(laptop.host(1), "rack-w").id();
        record(id, "W01", new ReadingValue.Measured(new BigDecimal("28")));
        record(id, "W02", new ReadingValue.Written("门已锁"));
        laptop.reopenWith(catalogue(FIRST, SECOND));
        return id;
    }

    private void record(InspectionId id, String slot, ReadingValue value) {
        laptop.inspections.record(id, SlotId.of(slot), value, null, null, SlotId.of(slot));
    }

    @Test
    void aDraftStaysOnItsVersionAndSaysWhatTheNewerOneChanges() {
        InspectionId id = begun();
        Draft draft = laptop.inspections.load(id);
        assertThat(draft.form().templateVersion()).isEqualTo(1);
        assertThat(draft.upgrade().added()).extracting(TemplateItem::id).containsExactly("W03");
        assertThat(draft.upgrade().removed()).extracting(TemplateItem::id).containsExactly("W02");
        assertThat(draft.upgrade().changed())
                .extracting(changed -> changed.newer().id())
                .containsExactly("W01");
    }

    @Test
    void goingOverKeepsTheAnswersAndJudgesThemByTheNewLimits() {
        InspectionId id = begun();
        Draft draft = laptop.inspections.upgrade(id);
        assertThat(draft.form().templateVersion()).isEqualTo(2);
        assertThat(draft.upgrade()).isNull();
        assertThat(draft.form().slots()).extracting(FormSlot::id).containsExactly(SlotId.of("W01"), SlotId.of("W03"));
        assertThat(draft.readings().get(SlotId.of("W01")).verdict()).isEqualTo(Verdict.ABNORMAL);
        assertThat(draft.left()).containsOnlyKeys(SlotId.of("W02"));
        assertThat(draft.active()).isEqualTo(SlotId.of("W01"));
    }

    @Test
    void theVersionOutlivesTheProgram() {
        InspectionId id = begun();
        laptop.inspections.upgrade(id);
        laptop.reopen();
        assertThat(laptop.inspections.load(id).form().templateVersion()).isEqualTo(2);
        assertThat(laptop.inspections.load(id).left()).hasSize(1);
    }

    @Test
    void aNewFormBeginsOnTheNewestVersion() {
        begun();
        assertThat(laptop.inspections.begin(laptop.host(2), "rack-w").form().templateVersion())
                .isEqualTo(2);
    }
}
