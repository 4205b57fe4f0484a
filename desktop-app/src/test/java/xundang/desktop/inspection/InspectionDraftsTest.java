package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.sync.OwnWork;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.SlotId;

/** A draft leaves in a package and is made again elsewhere. */
class InspectionDraftsTest extends InspectionTest {
    @TempDir
    Path elsewhere;

    private InspectionId id;
    private AssetId host;

    @BeforeEach
    void begin() {
        host = laptop.host(6, "attr.phases", "3-3");
        id = laptop.inspections.begin(host, "ups-m").id();
    }

    private List<OwnWork.Draft> drafts(TestLaptop of) {
        return of.database.read(tx -> of.parts.ownWork().drafts(tx));
    }

    @Test
    void aDraftMadeAgainOnAnotherLaptopIsTheSame() throws IOException {
        enter(id, "M06", "50");
        laptop.inspections.attach(id, SlotId.of("M02"), picture("panel"));
        OwnWork.Draft draft = drafts(laptop).getFirst();
        assertThat(draft.about()).isEqualTo(new RecordKey(RecordType.ASSET, host.value()));
        assertThat(draft.person()).isEqualTo(TestLaptop.WANG);
        assertThat(draft.pictures()).hasSize(1);
        OwnWork.Draft carried = ModelJson.mapper()
                .readValue(ModelJson.mapper().writeValueAsString(draft), OwnWork.Draft.class);
        try (TestLaptop other = new TestLaptop(elsewhere.resolve("other"))) {
            other.host(6, "attr.phases", "3-3");
            carried.changes().forEach(other.database::commit);
            assertThat(other.inspections.load(id)).isEqualTo(laptop.inspections.load(id));
            assertThat(drafts(other)).isEqualTo(drafts(laptop));
            carried.changes().forEach(other.database::commit);
            assertThat(drafts(other)).as("taken in twice").isEqualTo(drafts(laptop));
        }
    }

    @Test
    void aForgottenDraftLeavesNoRowBehind() throws IOException {
        enter(id, "M06", "50");
        laptop.inspections.attach(id, SlotId.of("M02"), picture("panel"));
        laptop.database.inTransaction(tx -> {
            laptop.parts.ownWork().forget(tx, id.value());
            return true;
        });
        assertThat(drafts(laptop)).isEmpty();
        assertThat(laptop.inspections.lastActive()).isEmpty();
        assertThat(laptop.database.<Boolean>read(tx -> laptop.parts.ownWork().knows(tx, id.value())))
                .isFalse();
        assertThat(laptop.database.<Boolean>read(
                        tx -> laptop.parts.photos().of(tx, id).isEmpty()))
                .isTrue();
    }
}
