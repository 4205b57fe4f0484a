package xundang.desktop.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.model.tag.TagText;

/** The pictures are always the same and so are the answers: a number below its floor means that the reader became worse. */
class HardLabelTest {
    private static final int PICTURES = 8;

    private final TagReader reader = new ZxingTagReader();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "NONE,8"
    })
    void ofEightPicturesAtLeastSoManyAreRead(Hardship hardship, int floor) {
        List<Hardship.Case> cases =
                IntStream.range(0, PICTURES).mapToObj(hardship::make).toList();
        assertThat(cases.stream().filter(one -> reader.read(one.picture()).contains(one.text())))
                .hasSizeGreaterThanOrEqualTo(floor);
        assertThat(cases).allSatisfy(one -> assertThat(reader.read(one.picture())).isSubsetOf(one.text()));
    }

    @Test
    void allLabelsInOnePictureAreFoundAndForeignCodesComeLast() {
        LabelScene scene = new LabelScene(4000, 3000, 5);
        List<String> labels = List.of(tag(1), tag(2), tag(3), tag(4));
        String foreign = "https://maker.example.com/p/4711";
        scene.label(foreign, new LabelScene.Pose(3300, 600, 420, 8, 5), LabelScene.Wear.NONE)
                .label(labels.get(0), new LabelScene.Pose(700, 600, 300, 3, 10), LabelScene.Wear.NONE)
                .label(labels.get(1), new LabelScene.Pose(2000, 700, 220, 47, 15), LabelScene.Wear.NONE)
                .label(labels.get(2), new LabelScene.Pose(900, 2300, 180, 190, 5), LabelScene.Wear.NONE)
                .label(labels.get(3), new LabelScene.Pose(3000, 2300, 260, 275, 20), LabelScene.Wear.NONE)
                .blurred(1)
                .grainy(4);
        List<String> found = reader.read(scene.picture());
        assertThat(found).containsAll(labels).contains(foreign).hasSize(5);
        assertThat(found.getLast()).isEqualTo(foreign);
    }

    private static String tag(int number) {
        return new TagText("SH01", "UPS-%06d".formatted(number)).text();
    }

    @Test
    void aPictureFileIsReadLikeThePicture() throws IOException {
        Hardship.Case small = Hardship.SMALL.makeLarge(0);
        Path file = Files.write(folder.resolve("photo.jpg"), LabelScene.jpegFile(small.picture(), 0.9));
        assertThat(reader.read(file)).containsExactly(small.text());
    }

    @Test
    void thePictureDecidesAndNotTheClock() {
        BufferedImage picture = Hardship.NOISE.make(1).picture();
        List<String> first = reader.read(picture);
        assertThat(IntStream.range(0, 3).mapToObj(i -> reader.read(picture))).allMatch(first::equals);
    }
}
