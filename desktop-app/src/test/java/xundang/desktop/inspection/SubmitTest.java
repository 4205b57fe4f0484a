package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;
import static xundang.desktop.platform.db.generated.Tables.UPLOAD;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.Dossier;
import xundang.desktop.round.RoundItem;
import xundang.desktop.sync.RecordPhotos;
import xundang.desktop.sync.RecordSyncState;
import xundang.desktop.sync.SyncDesk.ConflictPhotos;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.RecordHash;
import xundang.model.json.ModelJson;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

class SubmitTest extends InspectionTest {
    private AssetId host;
    private InspectionId id;

    @BeforeEach
    void begin() {
        host = laptop.host(6, "attr.phases", "1-1", "attr.redundancy", "none", "attr.parallel_n", 1);
        RoundItem monthly = laptop.rounds.today().items().stream()
                .filter(item -> item.templateId().equals("ups-m"))
                .findFirst()
                .orElseThrow();
        id = laptop.inspections
                .begin(host, "ups-m", monthly.key().plannedSlot())
                .id();
    }

    @Test
    void anIncompleteFormIsNotSubmittedAndSaysWhatIsMissing() throws IOException {
        fill(id);
        laptop.inspections.record(id, SlotId.of("M06"), null, null, null, SlotId.of("M06"));
        enter(id, "M21", "65");

        assertThat(laptop.inspections.submit(id))
                .isEqualTo(
                        new SubmitOutcome.Incomplete(List.of(SlotId.of("M06")), List.of(SlotId.of("M21")), List.of()));
        assertThat(outbox()).isEmpty();
    }

    @Test
    void whatTheLedgerLearnsMeanwhileIsJudgedBeforeSubmitting() throws IOException {
        fill(id);
        enter(id, "M05", "300");
        laptop.inspections.record(id, SlotId.of("M26"), null, null, null, SlotId.of("M26"));
        assertThat(reading(id, "M05").verdict()).isEqualTo(Verdict.UNJUDGED);

        laptop.host(6, "attr.phases", "1-1", "attr.redundancy", "none", "attr.parallel_n", 1, "attr.v_in_nom", 380);

        assertThat(reading(id, "M05").verdict()).isEqualTo(Verdict.ABNORMAL);
        assertThat(laptop.inspections.submit(id))
                .isEqualTo(new SubmitOutcome.Incomplete(List.of(SlotId.of("M26")), List.of(), List.of()));

        enter(id, "M26", new ReadingValue.Written("已报供电部门"));
        laptop.inspections.submit(id);
        laptop.reopen();
        InspectionBody body = ModelJson.mapper()
                .convertValue(
                        laptop.database
                                .read(tx -> laptop.sync
                                        .records()
                                        .fields(tx, new RecordKey(RecordType.INSPECTION, id.value())))
                                .orElseThrow(),
                        InspectionBody.class);
        assertThat(body.verdict()).isEqualTo(Verdict.ABNORMAL);
        assertThat(body.readings())
                .filteredOn(reading -> reading.slot().equals(SlotId.of("M05")))
                .extracting(Reading::verdict)
                .containsExactly(Verdict.ABNORMAL);
        assertThat(laptop.ledger
                        .dossier(host)
                        .orElseThrow()
                        .history()
                        .getFirst()
                        .abnormal())
                .isEqualTo(1);
    }

    @Test
    void anAlarmWithoutItsTextIsNotSubmitted() throws IOException {
        fill(id);
        laptop.inspections.attach(id, SlotId.of("M03"), picture("alarm"));
        enter(id, "M03", new ReadingValue.Choice(List.of("notice")));

        assertThat(laptop.inspections.submit(id))
                .isEqualTo(new SubmitOutcome.Incomplete(List.of(), List.of(), List.of(SlotId.of("M03"))));
    }

    @Test
    void aFormThatTheServerCouldNotTakeStaysADraft() throws IOException {
        fill(id);
        enter(id, "M28", new ReadingValue.Signed("示例员甲", "L9 9 ".repeat(100_000)));

        assertThat(laptop.inspections.submit(id)).isInstanceOfSatisfying(SubmitOutcome.TooLarge.class, large -> {
            assertThat(large.bytes()).isGreaterThan(500_000);
            assertThat(large.most()).isLessThan(Limits.SMALL_PUSH);
        });
        assertThat(outbox()).isEmpty();

        enter(id, "M28", new ReadingValue.Signed("示例员甲", "L9 9"));
        assertThat(laptop.inspections.submit(id)).isEqualTo(new SubmitOutcome.Submitted(id));
    }

    @Test
    void aSubmittedInspectionNeverChanges() throws IOException {
        submit();

        assertThatThrownBy(() -> enter(id, "M06", "49.8")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> laptop.inspections.submit(id)).isInstanceOf(NoSuchElementException.class);
        assertThat(laptop.inspections.lastActive()).isEmpty();
        assertThat(laptop.drafts()).isEmpty();
    }

    @Test
    void theInspectionAndItsPicturesAreQueuedOnceAndInOneGroup() throws IOException {
        submit();
        laptop.reopen();

        List<Op> ops = outbox();
        assertThat(ops)
                .extracting(op -> op.kind().name())
                .containsExactly("inspection.create", "photo.attach", "photo.attach", "photo.attach");
        assertThat(ops)
                .extracting(Op::group)
                .doesNotContainNull()
                .containsOnly(ops.getFirst().group());
        assertThat(ops).extracting(Op::userId).containsOnly(TestLaptop.WANG);
        assertThat(uploads()).isEqualTo(3);
    }

    @Test
    void theQueueComesBackFromTheJournalWithTheSameOps() throws IOException {
        submit();
        List<Op> before = outbox();

        laptop.loseDatabase();

        assertThat(outbox()).isEqualTo(before);
    }

    @Test
    void theRecordCarriesItsFingerprintAndWhoDidItWhen() throws IOException {
        submit();

        Map<String, JsonNode> fields = laptop.database
                .read(tx -> laptop.sync.records().fields(tx, new RecordKey(RecordType.INSPECTION, id.value())))
                .orElseThrow();
        InspectionBody body = ModelJson.mapper().convertValue(fields, InspectionBody.class);
        assertThat(RecordHash.of(body)).isEqualTo(body.recordHash());
        assertThat(RecordHash.of(ModelJson.mapper().<JsonNode>valueToTree(fields)))
                .isEqualTo(body.recordHash());
        assertThat(body.inspectorName()).isEqualTo("示例员甲");
        assertThat(body.occurrence().slot()).isEqualTo("2026-08");
        assertThat(body.plannedFor()).as("for older programs").isEqualTo("2026-08-31");
        assertThat(body.clockOffsetMs()).isEqualTo(-250);
        assertThat(body.verdict()).isEqualTo(Verdict.UNJUDGED);
    }

    @Test
    void theInspectionBelongsToTheAssetsSite() throws IOException {
        submit();

        Set<String> scopes = laptop.database.read(
                tx -> tx.dsl().select(OUTBOX.SCOPE).from(OUTBOX).fetchSet(OUTBOX.SCOPE));
        assertThat(scopes).containsExactly(TestLaptop.SITE.toString());
    }

    @Test
    void theDossierShowsItWithItsCountsAndPictures() throws IOException {
        fill(id);
        enter(id, "M14", "32");
        laptop.inspections.submit(id);

        Dossier dossier = laptop.ledger.dossier(host).orElseThrow();
        Dossier.PastInspection past = dossier.history().getFirst();
        assertThat(past.id()).isEqualTo(id);
        assertThat(past.warnings()).isEqualTo(1);
        assertThat(past.abnormal()).isZero();
        assertThat(past.photos()).isEqualTo(3);
        assertThat(past.syncState()).isEqualTo(RecordSyncState.QUEUED);
        assertThat(dossier.photos()).hasSize(3);
    }

    @Test
    void itsPicturesStandBesideAConflictAboutTheObjectOnceItIsSubmitted() throws IOException {
        UUID conflict = new UUID(9, 1);
        laptop.feed(
                RecordType.CONFLICT,
                conflict,
                Map.of(
                        "kind",
                        "edit",
                        "rec_type",
                        "asset",
                        "rec_id",
                        host.toString(),
                        "field",
                        "room",
                        "server_rev",
                        1,
                        "op_id",
                        new UUID(9, 2).toString(),
                        "user_id",
                        TestLaptop.WANG.toString(),
                        "state",
                        "open"));
        fill(id);
        assertThat(laptop.desk.photos(conflict)).isEqualTo(ConflictPhotos.NONE);

        laptop.inspections.submit(id);

        assertThat(laptop.desk.photos(conflict).authors())
                .extracting(RecordPhotos.Taken::photo)
                .containsExactlyElementsOf(
                        laptop.ledger.dossier(host).orElseThrow().photos().subList(0, 2));
        assertThat(laptop.desk.photos(new UUID(9, 99))).isEqualTo(ConflictPhotos.NONE);
    }

    @Test
    void theNextFormHasTheEarlierValuesOwnAndPulledNewestFirst() throws IOException {
        pulled(1, host, "2026-05-02T09:00:00+08:00", "31");
        pulled(2, host, "2026-07-02T09:00:00+08:00", "33");
        pulled(3, host, "2026-06-02T09:00:00+08:00", "32");
        submit();

        assertThat(laptop.inspections.begin(host, "ups-m").history().get(SlotId.of("M14")))
                .extracting(past -> past.reading().value())
                .containsExactly(number("25"), number("33"), number("32"), number("31"));
    }

    private void submit() throws IOException {
        fill(id);
        assertThat(laptop.inspections.submit(id)).isEqualTo(new SubmitOutcome.Submitted(id));
    }

    private List<Op> outbox() {
        return laptop.database.read(tx -> tx.dsl()
                .selectFrom(OUTBOX)
                .orderBy(OUTBOX.LOCAL_ID)
                .fetch(row -> ModelJson.mapper().readValue(row.getBody(), Op.class)));
    }

    private int uploads() {
        return laptop.database.read(tx -> tx.dsl().fetchCount(UPLOAD));
    }
}
