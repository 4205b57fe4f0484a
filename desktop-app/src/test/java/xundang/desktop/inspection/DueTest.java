package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.asset.Dossier;
import xundang.desktop.sync.RecordSyncState;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.sync.RecordType;

class DueTest extends InspectionTest {
    @Test
    void overdueComesFirstThenDueInWalkingOrderThenWhatIsDone() {
        AssetId done = laptop.host(6, "floor", "1");
        laptop.host(7, "floor", "10");
        laptop.host(8, "floor", "9");
        AssetId overdue = laptop.host(9, "floor", "12");
        pulled(1, done, "2026-08-02T09:00:00+08:00", "32");
        pulled(2, overdue, "2026-06-02T09:00:00+08:00", "32");

        assertThat(laptop.inspections.due())
                .extracting(item -> item.asset().assetNo(), DueItem::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("UPS-000009", DueItem.State.OVERDUE),
                        org.assertj.core.groups.Tuple.tuple("UPS-000008", DueItem.State.DUE),
                        org.assertj.core.groups.Tuple.tuple("UPS-000007", DueItem.State.DUE),
                        org.assertj.core.groups.Tuple.tuple("UPS-000006", DueItem.State.DONE));
    }

    @Test
    void aBegunFormShowsHowFarItIs() {
        AssetId host = laptop.host(6, "attr.phases", "1-1", "attr.parallel_n", 1);
        Draft draft = laptop.inspections.begin(host, "ups-m");
        enter(draft.id(), "M06", "50");

        DueItem item = laptop.inspections.due().getFirst();

        assertThat(item.state()).isEqualTo(DueItem.State.STARTED);
        assertThat(item.draft()).isEqualTo(draft.id());
        assertThat(item.answered()).isEqualTo(1);
        assertThat(item.slots()).isEqualTo(27);
    }

    @Test
    void whatDoesNotStandAtItsPlaceOrHasNoPlanIsNotDue() {
        laptop.host(6, "state", "scrapped");
        laptop.host(7, "state", "in_stock");
        laptop.host(8, "category", "camera");

        assertThat(laptop.inspections.due()).isEmpty();
    }

    @Test
    void theDayOfAnInspectionIsTheLaptopsNotThatOfGreenwich() {
        AssetId host = laptop.host(6);
        // 1 August in Shanghai, still 31 July in Greenwich
        pulled(1, host, "2026-07-31T17:30:00Z", "32");

        assertThat(laptop.inspections.due()).extracting(DueItem::state).containsExactly(DueItem.State.DONE);
    }

    @Test
    void anInspectionThatMakesUpForJulyLeavesAugustToBeDone() throws IOException {
        AssetId host = laptop.host(6, "attr.phases", "1-1", "attr.redundancy", "none", "attr.parallel_n", 1);
        pulled(1, host, "2026-06-10T09:00:00+08:00", "32");
        assertThat(standing()).containsExactly("OVERDUE 2026-07-31");

        submit(laptop.inspections.begin(host, "ups-m").id());
        assertThat(standing()).containsExactly("DUE 2026-08-31");

        submit(laptop.inspections.begin(host, "ups-m").id());
        assertThat(standing()).containsExactly("DONE 2026-08-31");
    }

    @Test
    void anInspectionThatRunsPastMidnightDoesNotSwallowTheNextMonth() throws IOException {
        AssetId host = laptop.host(6, "attr.phases", "1-1", "attr.redundancy", "none", "attr.parallel_n", 1);
        laptop.clock.set("2026-07-31T15:50:00Z");
        InspectionId id = laptop.inspections.begin(host, "ups-m").id();
        laptop.clock.set("2026-07-31T16:10:00Z");

        submit(id);

        assertThat(standing()).containsExactly("DUE 2026-08-31");
    }

    @Test
    void anUnplannedInspectionCountsForTheMonthInWhichItWasBegun() {
        AssetId host = laptop.host(6);
        Map<String, Object> fields = record(host, "2026-08-01T00:10:00+08:00", "32");
        fields.put("started_at", "2026-07-31T23:50:00+08:00");
        laptop.feed(RecordType.INSPECTION, new UUID(5, 1), fields);

        assertThat(standing()).containsExactly("DUE 2026-08-31");
    }

    private List<String> standing() {
        return laptop.inspections.due().stream()
                .map(item -> item.state() + " " + item.dueOn())
                .toList();
    }

    private void submit(InspectionId id) throws IOException {
        fill(id);
        assertThat(laptop.inspections.submit(id)).isEqualTo(new SubmitOutcome.Submitted(id));
    }

    @Test
    void anInspectionFromElsewhereIsPartOfTheDossier() {
        AssetId host = laptop.host(6);
        pulled(1, host, "2026-07-02T09:00:00+08:00", "32");

        Dossier dossier = laptop.ledger.dossier(host).orElseThrow();

        assertThat(dossier.history()).hasSize(1);
        assertThat(dossier.history().getFirst().inspector()).isEqualTo("示例员乙");
        assertThat(dossier.history().getFirst().warnings()).isEqualTo(1);
        assertThat(dossier.history().getFirst().syncState()).isEqualTo(RecordSyncState.HELD_BY_SERVER);
        assertThat(dossier.due().dueOn()).isEqualTo(LocalDate.parse("2026-08-31"));
        assertThat(dossier.due().overdue()).isFalse();
    }

    @Test
    void anInspectionThatLeftTheScopeLeavesTheDossier() {
        AssetId host = laptop.host(6);
        pulled(1, host, "2026-07-02T09:00:00+08:00", "32");
        laptop.feedRemoval(RecordType.INSPECTION, new UUID(5, 1));

        assertThat(laptop.ledger.dossier(host).orElseThrow().history()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"readings", "observed", "template_id", "submitted_at", "verdict", "template_version"})
    void anInspectionInAnUnknownShapeDoesNotStopTheSync(String field) {
        AssetId host = laptop.host(6);
        Map<String, Object> fields = record(host, "2026-07-02T09:00:00+08:00", "32");
        fields.remove(field);
        laptop.feed(RecordType.INSPECTION, new UUID(5, 1), fields);
        fields.put(field, List.of(Map.of("later", "shape")));
        laptop.feed(RecordType.INSPECTION, new UUID(5, 2), fields);

        assertThat(laptop.ledger.dossier(host).orElseThrow().history()).isEmpty();
    }
}
