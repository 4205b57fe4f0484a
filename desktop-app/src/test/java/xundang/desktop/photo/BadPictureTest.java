package xundang.desktop.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.photo.KeepOutcome.Reason;

class BadPictureTest {
    private static final byte[] JPEG = PictureBytes.picture("jpeg", 320, 240);
    private static final byte[] PNG = PictureBytes.picture("png", 320, 240);
    private static final byte[] PDF = ascii("%PDF-1.7\n1 0 obj\n");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static PreparedPicture look(byte[] bytes, String name) {
        return PreparedPicture.of(bytes, FileKind.claimedBy(Path.of(name)));
    }

    private static void assertRefused(byte[] bytes, String name, Reason reason) {
        assertThat(look(bytes, name)).isEqualTo(new PreparedPicture.Unfit(reason));
    }

    private static void assertTaken(byte[] bytes, String name) {
        assertThat(look(bytes, name)).isInstanceOf(PreparedPicture.Fit.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "heix", "mif1", "avif"})
    void aPictureOfAPhonesOwnKindMustBeConvertedFirst(String brand) {
        byte[] heic =
                ByteBuffer.allocate(64).putInt(24).put(ascii("ftyp" + brand)).array();
        assertRefused(heic, "IMG_0001.HEIC", Reason.OTHER_KIND);
        assertRefused(heic, "IMG_0001.jpg", Reason.OTHER_KIND);
    }

    @Test
    void kindsThatAreNotReadMustBeConvertedFirst() {
        assertRefused(PictureBytes.picture("gif", 20, 20), "a.gif", Reason.OTHER_KIND);
        assertRefused(PictureBytes.picture("bmp", 20, 20), "a.bmp", Reason.OTHER_KIND);
        assertRefused(PictureBytes.picture("tiff", 20, 20), "a.tif", Reason.OTHER_KIND);
        assertRefused(ascii("RIFF0000WEBPVP8X0000"), "a.webp", Reason.OTHER_KIND);
    }

    @Test
    void aNameThatPromisesAPictureMustKeepIt() {
        assertRefused(PDF, "report.jpg", Reason.MISLABELLED);
        assertRefused(PictureBytes.zip(), "photos.png", Reason.MISLABELLED);
        assertRefused(ascii("<html><body>hello</body></html>"), "page.jpeg", Reason.MISLABELLED);
        assertRefused(ascii("MZ\0\0 a program"), "holiday.jpg", Reason.MISLABELLED);
        assertRefused(
                ByteBuffer.allocate(64).putInt(24).put(ascii("ftypisom")).array(), "film.jpg", Reason.MISLABELLED);
    }

    @Test
    void aPictureNamedAsSomethingElseIsNotTaken() {
        assertRefused(JPEG, "tool.exe", Reason.MISLABELLED);
        assertRefused(PNG, "list.xlsx", Reason.MISLABELLED);
    }

    @Test
    void oneKindOfPictureNamedAsTheOtherIsTakenByItsContent() {
        assertTaken(PNG, "photo.jpg");
        assertTaken(JPEG, "photo.png");
        assertTaken(JPEG, "DCIM0001");
    }

    @Test
    void anArchiveBehindAPictureIsFound() {
        assertRefused(PictureBytes.followedBy(JPEG, PictureBytes.zip()), "a.jpg", Reason.CARRIES_OTHER_FILE);
        assertRefused(PictureBytes.followedBy(PNG, PictureBytes.zip()), "a.png", Reason.CARRIES_OTHER_FILE);
    }

    @Test
    void anArchiveHiddenInsideAPictureIsFound() {
        assertRefused(PictureBytes.withSegment(JPEG, 0xFE, PictureBytes.zip()), "a.jpg", Reason.CARRIES_OTHER_FILE);
    }

    @Test
    void aDocumentInTheHeadOfAPictureIsFound() {
        assertRefused(PictureBytes.withSegment(JPEG, 0xFE, PDF), "a.jpg", Reason.CARRIES_OTHER_FILE);
        assertRefused(PictureBytes.withChunk(PNG, "tEXt", PDF), "a.png", Reason.CARRIES_OTHER_FILE);
        assertRefused(PictureBytes.followedBy(JPEG, PDF), "a.jpg", Reason.CARRIES_OTHER_FILE);
    }

    @Test
    void aPageInThePicturesWordsIsFound() {
        byte[] page = ascii("*/ <SCRIPT>alert(1)</SCRIPT>");
        assertRefused(PictureBytes.withSegment(JPEG, 0xFE, page), "a.jpg", Reason.CARRIES_OTHER_FILE);
        assertRefused(PictureBytes.withChunk(PNG, "tEXt", page), "a.png", Reason.CARRIES_OTHER_FILE);
        assertRefused(PictureBytes.followedBy(PNG, ascii("<!DOCTYPE html>")), "a.png", Reason.CARRIES_OTHER_FILE);
    }

    @Test
    void aProgramBehindAPictureIsFound() {
        assertRefused(PictureBytes.followedBy(JPEG, ascii("MZ\0\0")), "a.jpg", Reason.CARRIES_OTHER_FILE);
    }

    @Test
    void whatPhonesPutBehindAPictureIsNoReasonToRefuseIt() {
        byte[] film =
                ByteBuffer.allocate(4096).putInt(24).put(ascii("ftypmp42")).array();
        assertTaken(PictureBytes.followedBy(JPEG, film), "motion.jpg");
        assertTaken(PictureBytes.followedBy(JPEG, JPEG), "with-depth.jpg");
    }

    @Test
    void aPictureThatMovesIsRefused() {
        assertRefused(
                PictureBytes.withChunk(PNG, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}), "a.png", Reason.ANIMATED);
    }

    @Test
    void aSecondFrameHeaderIsRefusedBecauseTheDecoderMightTakeIt() {
        byte[] frame = {8, 0x75, 0x30, 0x75, 0x30, 1, 1, 0x11, 0};
        byte[] two = PictureBytes.withSegment(PictureBytes.withSegment(JPEG, 0xC0, frame), 0xFE, ascii("x"));
        assertRefused(two, "a.jpg", Reason.TOO_MANY_PIXELS);
        byte[] small = {8, 0, 10, 0, 10, 1, 1, 0x11, 0};
        assertRefused(PictureBytes.withSegment(JPEG, 0xC0, small), "a.jpg", Reason.NOT_A_PICTURE);
    }

    @Test
    void aLargeProgressivePictureIsRefusedBecauseItsDecoderHoldsItWhole() {
        byte[] frame = {8, 0x1B, 0x58, 0x1B, 0x58, 1, 1, 0x11, 0};
        assertRefused(PictureBytes.withSegment(JPEG, 0xC2, frame), "a.jpg", Reason.TOO_MANY_PIXELS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100, 300})
    void aPictureCutAnywhereIsRefused(int missing) {
        assertThat(look(Arrays.copyOf(JPEG, JPEG.length - missing), "a.jpg")).isInstanceOf(PreparedPicture.Unfit.class);
        assertThat(look(Arrays.copyOf(PNG, PNG.length - missing), "a.png")).isInstanceOf(PreparedPicture.Unfit.class);
    }

    @Test
    void noCutOfAPictureMakesTheWalkFail() {
        for (int length = 0; length < 700; length++) {
            assertThat(PictureHeader.of(Arrays.copyOf(JPEG, length))).isInstanceOf(PictureHeader.Bad.class);
            assertThat(PictureHeader.of(Arrays.copyOf(PNG, length))).isInstanceOf(PictureHeader.Bad.class);
        }
    }

    /** What one thread asks the heap for; what it gives back in between counts too, so the true need is below. */
    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aHugePictureCostsNoMoreMemoryThanItsHeader() {
        byte[] frame = {8, 0x75, 0x30, 0x75, 0x30, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0};
        byte[] huge = PictureBytes.withSegment(JPEG, 0xC0, frame);
        assertRefused(huge, "a.jpg", Reason.TOO_MANY_PIXELS);
        assertThat(allocatedBy(() -> look(huge, "a.jpg"))).isLessThan(100_000);
    }

    @Test
    void aPictureJustWithinTheLimitIsNeverHeldWhole() {
        byte[] large = PictureBytes.written(new BufferedImage(9_900, 10_000, BufferedImage.TYPE_BYTE_BINARY), "png");
        assertThat(large).hasSizeLessThan(100_000);
        assertTaken(large, "a.png");
        assertThat(allocatedBy(() -> look(large, "a.png"))).isLessThan(64_000_000);
    }

    @Test
    void wordsThatUnpackToGigabytesAreNeverUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(ascii("icc\0\0"));
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        }
        byte[] bomb = PictureBytes.withChunk(
                PictureBytes.withChunk(PNG, "iCCP", packed.toByteArray()), "zTXt", packed.toByteArray());
        assertThat(allocatedBy(() -> look(bomb, "a.png"))).isLessThan(64_000_000);
    }
}
