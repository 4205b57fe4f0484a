package xundang.desktop.asset.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.TagResolution;
import xundang.desktop.platform.tasks.QueuedBackgroundTasks;
import xundang.desktop.tag.TagReader;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.YangpuLedger;
import xundang.model.asset.AssetId;

class ScanViewModelTest {
    private final Desk desk = new Desk();
    private final List<AssetId> opened = new ArrayList<>();
    private final ScanViewModel model = new ScanViewModel(desk.ledger, new NamedPictures(), desk.tasks, opened::add);

    /** A picture holds the texts that its file is named after. */
    private static final class NamedPictures implements TagReader {
        @Override
        public List<String> read(Path image) throws IOException {
            String name = image.getFileName().toString();
            if (name.equals("broken")) {
                throw new IOException("broken");
            }
            return name.equals("wall") ? List.of() : List.of(name.split("\\+"));
        }

        @Override
        public List<String> read(BufferedImage image) {
            return List.of("UPS-000006");
        }
    }

    private TagResolution scan(String text) {
        model.textProperty().set(text);
        model.submit();
        return model.answerProperty().get();
    }

    @Test
    void exactlyOneAssetOpensAtOnceAndEmptiesTheField() {
        scan("UPS-000006");
        assertThat(opened).containsExactly(YangpuLedger.id(6));
        assertThat(model.textProperty().get()).isEmpty();
    }

    @Test
    void severalAssetsAreOffered() {
        assertThat(scan("SG300P"))
                .isInstanceOfSatisfying(
                        TagResolution.Several.class,
                        several -> assertThat(several.candidates()).hasSize(6));
        assertThat(opened).isEmpty();
    }

    @Test
    void otherAnswersStayInPlaceWithTheText() {
        assertThat(scan("UPS-000099")).isInstanceOf(TagResolution.UnknownAsset.class);
        assertThat(scan("YD1:OTHER:UPS-000006:1A2B")).isInstanceOf(TagResolution.OtherLedger.class);
        assertThat(scan("YD1:DEMO:UPS-000006:0000")).isInstanceOf(TagResolution.WrongCheck.class);
        assertThat(scan("会议桌")).isInstanceOf(TagResolution.NotATag.class);
        assertThat(model.textProperty().get()).isEqualTo("会议桌");
    }

    @Test
    void anEmptyFieldAsksNothing() {
        assertThat(scan("   ")).isNull();
    }

    @Test
    void aTagInAPictureOpensItsAsset() {
        model.readPicture(Path.of("UPS-000006"));
        assertThat(opened).containsExactly(YangpuLedger.id(6));
    }

    @Test
    void ofSeveralTagsInAPictureThePersonChooses() {
        model.readPicture(Path.of("UPS-000006+UPS-000007"));
        assertThat(opened).isEmpty();
        assertThat(model.answerProperty().get())
                .isInstanceOfSatisfying(
                        TagResolution.Several.class,
                        several -> assertThat(several.candidates())
                                .extracting(AssetSummary::assetNo)
                                .containsExactly("UPS-000006", "UPS-000007"));
    }

    @Test
    void aMakersCodeBesideTheTagIsPassedOver() {
        model.readPicture(Path.of("会议桌+UPS-000006"));
        assertThat(opened).containsExactly(YangpuLedger.id(6));
    }

    @Test
    void severalTagsThatLeadNowhereSayTheMostTelling() {
        model.readPicture(Path.of("会议桌+YD1:DEMO:UPS-000006:0000"));
        assertThat(model.answerProperty().get()).isInstanceOf(TagResolution.WrongCheck.class);
    }

    @Test
    void aPictureIsReadBesideTheStoreAndOnlyTheNewestQuestionIsAnswered() {
        QueuedBackgroundTasks tasks = new QueuedBackgroundTasks();
        ScanViewModel slow = new ScanViewModel(desk.ledger, new NamedPictures(), tasks, opened::add);
        slow.readPicture(Path.of("UPS-000007"));
        tasks.runStore();
        assertThat(slow.busyProperty().get()).isTrue();

        slow.textProperty().set("UPS-000006");
        slow.submit();
        tasks.runStore();
        tasks.runFiles();
        tasks.runStore();

        assertThat(opened).containsExactly(YangpuLedger.id(6));
        assertThat(slow.busyProperty().get()).isFalse();
    }

    @Test
    void aPictureWithoutATagSaysSo() {
        model.readPicture(Path.of("wall"));
        assertThat(model.errorProperty().get().code()).isEqualTo("E-SCAN-102");
    }

    @Test
    void aFileThatIsNoPictureSaysSo() {
        model.readPicture(Path.of("broken"));
        assertThat(model.errorProperty().get().code()).isEqualTo("E-SCAN-101");
        assertThat(model.busyProperty().get()).isFalse();
    }
}
