package xundang.desktop.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CameraNotesTest {
    private static final byte[] JPEG = PictureBytes.picture("jpeg", 32, 24);

    private static CameraNotes notes(byte[] picture) {
        return CameraNotes.of(picture, (PictureHeader.Good) PictureHeader.of(picture));
    }

    private static ExifBlock whole() {
        return new ExifBlock()
                .orientation(6)
                .time("2026:11:20 08:01:02")
                .fraction("125")
                .offset("+08:00")
                .latitude("N", 31, 13, 4944)
                .longitude("E", 121, 28, 2532)
                .error(12);
    }

    private static void assertWhole(CameraNotes notes) {
        assertThat(notes.orientation()).isEqualTo(6);
        assertThat(notes.takenAt()).isEqualTo("2026-11-20T08:01:02.125");
        assertThat(notes.offset()).isEqualTo("+08:00");
        assertThat(notes.place().lat()).isCloseTo(31.2304, within(1e-6));
        assertThat(notes.place().lon()).isCloseTo(121.4737, within(1e-6));
        assertThat(notes.place().accuracyM()).isEqualTo(12.0);
    }

    @Test
    void timeFractionOffsetAndPlaceAreRead() {
        assertWhole(notes(whole().into(JPEG)));
    }

    @Test
    void theyAreReadFromAPngToo() {
        assertWhole(notes(PictureBytes.withChunk(PictureBytes.picture("png", 32, 24), "eXIf", whole().tiff())));
    }

    @Test
    void aPictureWithoutNotesHasNone() {
        assertThat(notes(JPEG)).isEqualTo(CameraNotes.NONE);
    }

    @Test
    void southAndWestAreBelowZero() {
        CameraNotes notes = notes(new ExifBlock()
                .latitude("S", 33, 30, 0)
                .longitude("W", 70, 15, 0)
                .into(JPEG));
        assertThat(notes.place()).isEqualTo(new CameraNotes.Place(-70.25, -33.5, null));
    }

    @Test
    void aCameraThatHasNotFoundItsPlaceHasNone() {
        assertThat(notes(new ExifBlock()
                                .latitude("N", 0, 0, 0)
                                .longitude("E", 0, 0, 0)
                                .into(JPEG))
                        .place())
                .isNull();
    }

    @Test
    void aPlaceThatIsNotOnEarthIsNone() {
        assertThat(notes(new ExifBlock()
                                .latitude("N", 131, 0, 0)
                                .longitude("E", 121, 0, 0)
                                .into(JPEG))
                        .place())
                .isNull();
    }

    @Test
    void nonsenseInAFieldLosesThatFieldOnly() {
        CameraNotes notes = notes(new ExifBlock()
                .orientation(77)
                .time("2026:13:45 99:00:00")
                .offset("Beijing")
                .latitude("N", 31, 0, 0)
                .longitude("E", 121, 0, 0)
                .into(JPEG));
        assertThat(notes).isEqualTo(new CameraNotes(1, null, null, new CameraNotes.Place(121, 31, null)));
    }

    @Test
    void brokenNotesNeverRefuseASoundPicture() {
        byte[] sound = whole().into(JPEG);
        int block = sound.length - JPEG.length;
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] broken = sound.clone();
            for (int hit = 0; hit < 1 + i % 8; hit++) {
                broken[12 + random.nextInt(block - 10)] = (byte) random.nextInt();
            }
            assertThat(PreparedPicture.of(broken)).isInstanceOf(PreparedPicture.Fit.class);
        }
    }

    @Test
    void aBlockThatIsCutOffIsNoNotes() {
        byte[] tiff = whole().tiff();
        byte[] png = PictureBytes.picture("png", 32, 24);
        for (int length = 0; length < tiff.length; length++) {
            byte[] cut = PictureBytes.withChunk(png, "eXIf", Arrays.copyOf(tiff, length));
            assertThat(PreparedPicture.of(cut)).isInstanceOf(PreparedPicture.Fit.class);
        }
    }
}
