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
import xundang.desktop.round.RoundItem;
import xundang.desktop.sync.RecordSyncState;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.sync.RecordType;

class DueTest extends InspectionTest {
    @Test
    void everyHostStandsInWalkingOrderWithTheMonthThatWasMissedAndThePresentOne() {
        AssetId done = laptop.host(6, "floor", "1");
        laptop.host(7, "floor", "10");
        laptop.host(8, "floor", "9");
        AssetId overdue = laptop.host(9, "floor", "12");
        pulled(1, done, "2026-08-02T09:00:00+08:00", "32");
        pulled(2, overdue, "2026-06-02T09:00:00+08:00", "32");

        assertThat(monthly())
                .extracting(item -> item.asset().assetNo() + " " + item.state() + " " + item.dueOn())
                .containsExactly(
                        "UPS-000006 DONE 2026-08-31",
                        "UPS-000008 DUE 2026-08-31",
                        "UPS-000007 DUE 2026-08-31",
                        "UPS-000009 OVERDUE 2026-07-31",
                        "UPS-000009 DUE 2026-08-31");
    }

    @Test
    void aHostThatWasNeverInspectedIsDueAndNotOverdue() {
        laptop.host(6);

        assertThat(standing()).containsExactly("DUE 2026-08-31");
    }

    @Test
    void aBegunFormShowsHowFarItIs() {
        AssetId host = laptop.host(6, "attr.phases", "1-1", "attr.parallel_n", 1);
        Draft draft = laptop.inspections.begin(host, "ups-m");
        enter(draft.id(), "M06", "50");

        RoundItem item = monthly().getFirst();

        assertThat(item.state()).isEqualTo(RoundItem.State.STARTED);
        assertThat(item.draft().inspection()).isEqualTo(draft.id());
        assertThat(item.draft().answered()).isEqualTo(1);
        assertThat(item.draft().slots()).isEqualTo(27);
    }

    @Test
    void whatDoesNotStandAtItsPlaceOrHasNoPlanIsNotDue() {
        laptop.host(6, "state", "scrapped");
        laptop.host(7, "state", "in_stock");
        laptop.host(8, "category", "nvr");

        assertThat(laptop.rounds.today().items()).isEmpty();
    }

    @Test
    void theDayOfAnInspectionIsTheLaptopsNotThatOfGreenwich() {
        AssetId host = laptop.host(6);
        // 1 August in Shanghai, still 31 July in Greenwich
        pulled(1, host, "2026-07-31T17:30:00Z", "32");

        assertThat(standing()).containsExactly("DONE 2026-08-31");
    }

    @Test
    void anInspectionThatMakesUpForJulyLeavesAugustToBeDone() throws IOException {
        AssetId host = laptop.host(6, "attr.phases", "1-1", "attr.redundancy", "none", "attr.parallel_n", 1);
        pulled(1, host, "2026-06-10T09:00:00+08:00", "32");
        assertThat(standing()).containsExactly("OVERDUE 2026-07-31", "DUE 2026-08-31");

        submit(begin(monthly().getFirst()));
        assertThat(standing()).containsExactly("DONE 2026-07-31", "DUE 2026-08-31");

        submit(begin(monthly().getLast()));
        assertThat(standing()).containsExactly("DONE 2026-07-31", "DONE 2026-08-31");
    }

    @Test
    void anInspectionThatRunsPastMidnightDoesNotSwallowTheNextMonth() throws IOException {
        AssetId host = laptop.host(6, "attr.phases", "1-1", "attr.redundancy", "none", "attr.parallel_n", 1);
        laptop.clock.set("2026-07-31T15:50:00Z");
        InspectionId id = laptop.inspections.begin(host, "ups-m").id();
        laptop.clock.set("2026-07-31T16:10:00Z");

        submit(id);

        assertThat(standing()).containsExactly("DONE 2026-07-31", "DUE 2026-08-31");
    }

    @Test
    void anUnplannedInspectionCountsForTheMonthInWhichItWasBegun() {
        AssetId host = laptop.host(6);
        Map<String, Object> fields = record(host, "2026-08-01T00:10:00+08:00", "32");
        fields.put("started_at", "2026-07-31T23:50:00+08:00");
        laptop.feed(RecordType.INSPECTION, new UUID(5, 1), fields);

        assertThat(standing()).containsExactly("DUE 2026-08-31");
    }

    @Test
    void anInspectionOfAnOlderProgramAnswersTheMonthThatItNames() {
        AssetId host = laptop.host(6);
        Map<String, Object> fields = record(host, "2026-08-02T09:00:00+08:00", "32");
        fields.put("planned_for", "2026-07-31");
        laptop.feed(RecordType.INSPECTION, new UUID(5, 1), fields);
        pulled(2, host, "2026-06-10T09:00:00+08:00", "32");

        assertThat(standing()).containsExactly("DUE 2026-08-31");
    }

    private List<RoundItem> monthly() {
        return laptop.rounds.today().items().stream()
                .filter(item -> item.templateId().equals("ups-m"))
                .toList();
    }

    private List<String> standing() {
        return monthly().stream().map(item -> item.state() + " " + item.dueOn()).toList();
    }

    private InspectionId begin(RoundItem item) {
        return laptop.inspections
                .begin(item.asset().id(), item.templateId(), item.key().plannedSlot())
                .id();
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
        assertThat(dossier.due().getFirst().dueOn()).isEqualTo(LocalDate.parse("2026-08-31"));
        assertThat(dossier.due().getFirst().overdue()).isFalse();
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
