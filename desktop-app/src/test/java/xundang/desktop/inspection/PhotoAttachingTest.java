package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import xundang.model.inspection.InspectionId;
import xundang.model.photo.PhotoBody;
import xundang.model.sync.RecordType;
import xundang.model.template.SlotId;

class PhotoAttachingTest extends InspectionTest {
    @Test
    void anAttachedPictureIsKeptBeforeItIsRecorded() throws IOException {
        InspectionId id = laptop.inspections.begin(laptop.host(6), "ups-m").id();

        AttachOutcome outcome = laptop.inspections.attach(id, SlotId.of("M25"), picture("front"));
        laptop.reopen();

        AttachOutcome.Attached attached = (AttachOutcome.Attached) outcome;
        assertThat(laptop.keeper.kept).containsKey(attached.sha256());
        assertThat(reading(id, "M25").photos()).containsExactly(attached.id());
        PhotoBody body = laptop.database
                .read(tx -> laptop.parts.photos().find(tx, attached.id()))
                .orElseThrow();
        assertThat(body.sha256()).isEqualTo(attached.sha256());
        assertThat(body.fileName()).isEqualTo("front.jpg");
        assertThat(body.slot()).isEqualTo(SlotId.of("M25"));
        assertThat(body.personName()).isEqualTo("示例员甲");
    }

    @Test
    void aRefusedPictureLeavesTheDraftAsItWas() throws IOException {
        InspectionId id = laptop.inspections.begin(laptop.host(6), "ups-m").id();

        AttachOutcome outcome =
                laptop.inspections.attach(id, SlotId.of("M25"), Files.createFile(temp.resolve("empty.jpg")));

        assertThat(outcome).isEqualTo(new AttachOutcome.Refused(AttachOutcome.Reason.EMPTY));
        assertThat(reading(id, "M25")).isNull();
    }

    @Test
    void whereTheSiteForbidsPicturesNoneIsTaken() throws IOException {
        laptop.feed(RecordType.SITE, TestLaptop.SITE, Map.of("name", "杨浦机房", "photo_policy", "forbidden_with_waiver"));
        InspectionId id = laptop.inspections.begin(laptop.host(6), "ups-m").id();

        assertThat(laptop.inspections.attach(id, SlotId.of("M25"), picture("front")))
                .isEqualTo(new AttachOutcome.Refused(AttachOutcome.Reason.FORBIDDEN_AT_SITE));
        assertThat(laptop.keeper.kept).isEmpty();
    }
}
