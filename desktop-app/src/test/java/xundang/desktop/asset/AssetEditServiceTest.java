package xundang.desktop.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.desktop.asset.AssetEditing.EditOutcome;
import xundang.desktop.inspection.TestLaptop;
import xundang.desktop.sync.RecordSyncState;
import xundang.model.account.Role;
import xundang.model.asset.AssetId;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;
import xundang.model.sync.RecordType;

class AssetEditServiceTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @TempDir
    Path temp;

    private TestLaptop laptop;
    private AssetId six;

    @BeforeEach
    void open() throws IOException {
        laptop = new TestLaptop(temp);
        six = laptop.host(6);
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private static JsonNode text(String value) {
        return NODES.stringNode(value);
    }

    private Dossier.Fact fact(String field) {
        return laptop.ledger.dossier(six).orElseThrow().facts().stream()
                .filter(fact -> fact.meaning().field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private Op queued() {
        laptop.database
                .read(tx -> laptop.sync.sends().plan(tx, TestLaptop.WANG, new Limits(10, 100_000, 10)))
                .forEach(laptop.database::commit);
        return laptop.database
                .read(tx -> laptop.sync.sends().batch(tx, TestLaptop.WANG, new Limits(10, 100_000, 10)))
                .getFirst();
    }

    @Test
    void aChangedFieldShowsAtOnceAndIsQueuedFromWhatWasSeen() {
        assertThat(laptop.editing.change(six, "attr.rated_kva", NODES.numberNode(320)))
                .isEqualTo(new EditOutcome.Changed());
        assertThat(fact("attr.rated_kva"))
                .returns("320", Dossier.Fact::value)
                .returns(true, Dossier.Fact::changed)
                .returns(null, Dossier.Fact::source);
        assertThat(laptop.ledger.dossier(six).orElseThrow().edits()).isEqualTo(RecordSyncState.QUEUED);
        Op op = queued();
        assertThat(op.set()).containsOnlyKeys("attr.rated_kva", "changed.attr_rated_kva");
        FieldChange capacity = op.set().get("attr.rated_kva");
        assertThat(capacity.from()).isEqualTo(NODES.numberNode(300));
        assertThat(capacity.to()).isEqualTo(NODES.numberNode(320));
        assertThat(op.set().get("changed.attr_rated_kva").to()).isEqualTo(NODES.booleanNode(true));
        assertThat(op.baseRev()).isPositive();
    }

    @Test
    void aSecondChangeBeforeSendingIsOneOpFromTheFirstValue() {
        laptop.editing.change(six, "room", text("B203"));
        laptop.editing.change(six, "room", text("B204"));
        FieldChange room = queued().set().get("room");
        assertThat(room.from() == null || room.from().isNull())
                .as("what the author had seen: nothing")
                .isTrue();
        assertThat(room.to()).isEqualTo(text("B204"));
    }

    @Test
    void anEmptyValueTakesTheFieldAway() {
        assertThat(laptop.editing.change(six, "model", null)).isEqualTo(new EditOutcome.Changed());
        assertThat(laptop.ledger.dossier(six).orElseThrow().missing())
                .extracting(missing -> missing.meaning().field())
                .contains("model");
    }

    @Test
    void theSameValueQueuesNothing() {
        assertThat(laptop.editing.change(six, "attr.rated_kva", NODES.numberNode(300.0)))
                .isEqualTo(new EditOutcome.Same());
        assertThat(laptop.ledger.dossier(six).orElseThrow().edits()).isNull();
    }

    @Test
    void aValueOutOfRangeIsRefusedWithTheLimit() {
        assertThat(laptop.editing.change(six, "attr.rated_kva", NODES.numberNode(30_000)))
                .isInstanceOfSatisfying(
                        EditOutcome.Wrong.class,
                        wrong -> assertThat(wrong.problem().in(java.util.Locale.CHINA))
                                .isEqualTo("额定容量：30000 太大，不得大于 2000。"));
        assertThat(fact("attr.rated_kva").value()).isEqualTo("300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asset_no", "state", "site_id", "lon", "sources", "changed.room", "no_such_field"})
    void fieldsWithRulesOfTheirOwnAreNotChangedHere(String field) {
        assertThat(laptop.editing.change(six, field, text("X"))).isEqualTo(new EditOutcome.NotAllowed());
    }

    @Test
    void aNameIsRequired() {
        assertThat(laptop.editing.change(six, "name", null)).isEqualTo(new EditOutcome.Required());
    }

    @Test
    void aSupervisorChangesNothing() {
        laptop.reopenAs(Role.SUPERVISOR);
        assertThat(laptop.editing.mayEdit()).isFalse();
        assertThat(laptop.editing.change(six, "room", text("B203"))).isEqualTo(new EditOutcome.NotAllowed());
    }

    @Test
    void anObjectThatLeftIsSaidToBeGone() {
        laptop.feedRemoval(RecordType.ASSET, six.value());
        assertThat(laptop.editing.change(six, "room", text("B203"))).isEqualTo(new EditOutcome.Gone());
    }

    @Test
    void aChangeSurvivesTheLossOfTheDatabase() throws IOException {
        laptop.editing.change(six, "room", text("B203"));
        laptop.loseDatabase();
        laptop.host(6);
        assertThat(fact("room").value()).isEqualTo("B203");
    }
}
