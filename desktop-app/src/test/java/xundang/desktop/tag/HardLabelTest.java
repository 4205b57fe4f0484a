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
    private static final int PICTURES = 6;

    private final TagReader reader = new ZxingTagReader();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "NONE, 6",
        "BLUR, 2",
        "SHAKE, 3",
        "GLARE, 3",
        "SHADOW, 3",
        "PERSPECTIVE, 3",
        "LOW_LIGHT, 4",
        "DAMAGE, 1",
        "NOISE, 3",
        "JPEG, 4",
        "WHITE_ON_BLACK, 5",
        "SMALL, 5"
    })
    void ofSixPicturesAtLeastSoManyAreReadAndNoneWrongly(Hardship hardship, int floor) {
        int read = 0;
        for (int number = 0; number < PICTURES; number++) {
            Hardship.Case one = hardship.make(number);
            List<String> texts = reader.read(one.picture());
            assertThat(texts).isSubsetOf(one.text());
            read += texts.size();
        }
        assertThat(read).isGreaterThanOrEqualTo(floor);
    }

    @Test
    void allLabelsInOnePictureAreFoundAndForeignCodesComeLast() {
        LabelScene scene = new LabelScene(4000, 3000, 5);
        List<String> labels = List.of(tag(1), tag(2), tag(3), tag(4));
        String foreign = "https://maker.example.com/p/4711";
        scene.label(foreign, new LabelScene.Pose(3300, 600, 420, 8, 5), LabelScene.Wear.NONE)
                .label(labels.get(0), new LabelScene.Pose(700, 600, 300, 3, 10), LabelScene.Wear.NONE)
                .label(labels.get(1), new LabelScene.Pose(2000, 700, 220, 47, 15), LabelScene.Wear.NONE)
                .label(labels.get(2), new LabelScene.Pose(900, 2300, 260, 190, 5), LabelScene.Wear.NONE)
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
