package xundang.desktop.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.photo.KeepOutcome.Reason;
import xundang.desktop.photo.store.H2PhotoStore;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.DiskScan;
import xundang.desktop.platform.files.DataFolder;
import xundang.server.platform.digest.Sha256;

class PhotoServiceTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T01:00:00Z"));

    @TempDir
    Path temp;

    private DataFolder folder;
    private PhotoService photos;

    @BeforeEach
    void prepare() throws IOException {
        folder = new DataFolder(temp.resolve("ledger"));
        folder.prepare();
        photos = open();
    }

    @AfterEach
    void close() {
        photos.close();
    }

    private PhotoService open() {
        return PhotoService.open(folder, key(), CLOCK).orElseThrow();
    }

    private static DataKey key() {
        byte[] key = new byte[DataKey.LENGTH];
        Arrays.fill(key, (byte) 9);
        return new DataKey(key, new SecureRandom());
    }

    private void reopen() {
        photos.close();
        photos = open();
    }

    /** Left half red, right half blue. */
    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** Puts an EXIF block with orientation and time right behind the JPEG's first two bytes. */
    private static byte[] withExif(byte[] jpeg, int orientation, String time) {
        byte[] text = (time + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 24 + 4 + 2 + 12 + 4 + text.length);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x9003).putShort((short) 2).putInt(text.length).putInt(56);
        tiff.putInt(0).put(text);
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(jpeg.length + 4 + head.length + tiff.capacity())
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + head.length + tiff.capacity()))
                .put(head)
                .put(tiff.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A PNG whose header claims a size that its data does not have. */
    private static byte[] pngClaiming(int width, int height) throws IOException {
        byte[] png = picture("png", 10, 10);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    private KeepOutcome keep(byte[] bytes, String name) throws IOException {
        return photos.keep(Files.write(temp.resolve(name), bytes));
    }

    private KeepOutcome.Kept kept(byte[] bytes) throws IOException {
        return (KeepOutcome.Kept) keep(bytes, "photo.jpg");
    }

    @Test
    void anOriginalComesBackBitForBitAfterReopening() throws IOException {
        byte[] jpeg = picture("jpeg", 800, 600);
        KeepOutcome.Kept kept = kept(jpeg);
        assertThat(kept.mime()).isEqualTo("image/jpeg");
        assertThat(kept.size()).isEqualTo(jpeg.length);
        reopen();
        assertThat(photos.has(kept.sha256())).isTrue();
        assertThat(photos.original(kept.sha256())).isEqualTo(jpeg);
        assertThat(photos.open(kept.sha256()).readAllBytes()).isEqualTo(jpeg);
    }

    @Test
    void aThumbnailIsSmallAndUpright() throws IOException {
        KeepOutcome.Kept kept = kept(withExif(picture("jpeg", 800, 600), 6, "2026:11:20 08:01:02"));
        assertThat(kept.width()).isEqualTo(600);
        assertThat(kept.height()).isEqualTo(800);
        assertThat(kept.notes().takenAt()).isEqualTo("2026-11-20T08:01:02");
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(photos.thumbnail(kept.sha256())));
        assertThat(small.getWidth()).isEqualTo(240);
        assertThat(small.getHeight()).isEqualTo(320);
        // orientation 6 turns a quarter to the right: what was left is on top
        assertThat(new Color(small.getRGB(120, 40)).getRed()).isGreaterThan(200);
        assertThat(new Color(small.getRGB(120, 280)).getBlue()).isGreaterThan(200);
    }

    @Test
    void aPngNamedJpgIsTakenByItsContent() throws IOException {
        assertThat(kept(picture("png", 40, 30)).mime()).isEqualTo("image/png");
    }

    @Test
    void whatIsNoPictureIsRefusedWhateverItsName() throws IOException {
        assertThat(keep("MZ this is a program".getBytes(StandardCharsets.UTF_8), "holiday.jpg"))
                .isEqualTo(new KeepOutcome.Refused(Reason.MISLABELLED));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(keep(new byte[0], "empty.jpg")).isEqualTo(new KeepOutcome.Refused(Reason.EMPTY));
    }

    @Test
    void aMissingFileIsRefused() {
        assertThat(photos.keep(temp.resolve("nowhere.jpg"))).isEqualTo(new KeepOutcome.Refused(Reason.UNREADABLE_FILE));
    }

    @Test
    void aTruncatedPictureIsRefused() throws IOException {
        byte[] jpeg = picture("jpeg", 800, 600);
        byte[] png = picture("png", 800, 600);
        assertThat(keep(Arrays.copyOf(jpeg, jpeg.length / 2), "half.jpg"))
                .isEqualTo(new KeepOutcome.Refused(Reason.TRUNCATED));
        assertThat(keep(Arrays.copyOf(png, png.length / 2), "half.png"))
                .isEqualTo(new KeepOutcome.Refused(Reason.TRUNCATED));
    }

    @Test
    void tooManyPixelsAreRefusedByTheHeaderAlone() throws IOException {
        assertThat(keep(pngClaiming(30_000, 30_000), "huge.png"))
                .isEqualTo(new KeepOutcome.Refused(Reason.TOO_MANY_PIXELS));
        assertThat(keep(pngClaiming(20_001, 10), "long.png"))
                .isEqualTo(new KeepOutcome.Refused(Reason.TOO_MANY_PIXELS));
        assertThat(keep(pngClaiming(12_001, 10_000), "large.png"))
                .isEqualTo(new KeepOutcome.Refused(Reason.TOO_MANY_PIXELS));
    }

    @Test
    void tooManyBytesAreRefusedUnread() throws IOException {
        Path video = temp.resolve("video.jpg");
        try (var file = new RandomAccessFile(video.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        assertThat(photos.keep(video)).isEqualTo(new KeepOutcome.Refused(Reason.TOO_MANY_BYTES));
    }

    @Test
    void aJpegMadeOfScansIsRefused() throws IOException {
        byte[] jpeg = picture("jpeg", 100, 100);
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
        ByteBuffer bomb =
                ByteBuffer.allocate(jpeg.length + 10_000 * scan.length).put(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 10_000; i++) {
            bomb.put(scan);
        }
        bomb.put(jpeg, jpeg.length - 2, 2);
        assertThat(keep(bomb.array(), "scans.jpg")).isEqualTo(new KeepOutcome.Refused(Reason.NOT_A_PICTURE));
    }

    @Test
    void aLostPhotoDatabaseComesBackFromTheSecondCopies() throws IOException {
        byte[] jpeg = picture("jpeg", 300, 200);
        String sha256 = kept(jpeg).sha256();
        photos.close();
        Files.write(folder.photos(), new byte[] {1, 2, 3});
        photos = open();
        assertThat(photos.original(sha256)).isEqualTo(jpeg);
        assertThat(folder.quarantine())
                .isDirectoryContaining(f -> f.getFileName().toString().endsWith("photos.mv.db"));
    }

    @Test
    void aPictureDamagedInTheDatabaseIsReadFromItsSecondCopy() throws IOException {
        byte[] jpeg = picture("jpeg", 300, 200);
        String sha256 = kept(jpeg).sha256();
        tamper(sha256);
        assertThat(photos.original(sha256)).isEqualTo(jpeg);
        photos.confirmedByServer(sha256);
        assertThatThrownBy(() -> photos.original(sha256))
                .isInstanceOfSatisfying(
                        PhotoDamaged.class, e -> assertThat(e.sha256()).isEqualTo(sha256));
    }

    @Test
    void keepingADamagedPictureAgainRepairsIt() throws IOException {
        byte[] jpeg = picture("jpeg", 300, 200);
        String sha256 = kept(jpeg).sha256();
        tamper(sha256);
        photos.confirmedByServer(sha256);
        kept(jpeg);
        assertThat(photos.original(sha256)).isEqualTo(jpeg);
    }

    @Test
    void theSecondCopyGoesOnlyWhenTheServerHoldsThePicture() throws IOException {
        String sha256 = kept(picture("jpeg", 300, 200)).sha256();
        assertThat(folder.spool().resolve(sha256)).exists();
        photos.confirmedByServer(sha256);
        assertThat(folder.spool().resolve(sha256)).doesNotExist();
        assertThat(photos.original(sha256)).isNotEmpty();
    }

    @Test
    void aFetchedPictureMustHaveItsHash() throws IOException {
        byte[] jpeg = picture("jpeg", 300, 200);
        String sha256 = kept(jpeg).sha256();
        byte[] other = picture("jpeg", 310, 200);
        assertThatThrownBy(() -> photos.check(other, sha256)).isInstanceOf(PhotoDamaged.class);
        photos.check(jpeg, sha256).keep();
        assertThat(photos.original(sha256)).isEqualTo(jpeg);
    }

    @Test
    void whatHasItsHashButIsNoPictureIsDamagedToo() {
        byte[] words = "不是照片".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> photos.check(words, Sha256.hex(words))).isInstanceOf(PhotoDamaged.class);
    }

    @Test
    void lookingAPictureThroughTouchesNothingUntilItIsKept() throws IOException {
        byte[] jpeg = picture("jpeg", 300, 200);
        FetchedPicture picture = photos.check(jpeg, Sha256.hex(jpeg));
        assertThat(photos.has(Sha256.hex(jpeg))).isFalse();
        picture.keep();
        picture.keep();
        assertThat(photos.original(Sha256.hex(jpeg))).isEqualTo(jpeg);
        assertThat(folder.spool().resolve(Sha256.hex(jpeg))).doesNotExist();
    }

    @Test
    void aPictureFromAPackageHasASecondCopyLikeOneThatWasTakenHere() throws IOException {
        byte[] jpeg = picture("jpeg", 300, 200);
        photos.check(jpeg, Sha256.hex(jpeg)).keepOwn();
        tamper(Sha256.hex(jpeg));
        assertThat(photos.original(Sha256.hex(jpeg))).isEqualTo(jpeg);
    }

    @Test
    void anUnknownPictureIsNotADamagedOne() {
        assertThatThrownBy(() -> photos.original("0".repeat(64))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void noPictureLiesOnDiskInTheClear() throws IOException {
        kept(withExif(picture("jpeg", 800, 600), 1, "2026:11:20 08:01:02"));
        Files.delete(temp.resolve("photo.jpg"));
        assertThat(DiskScan.filesHolding(temp, "2026:11:20 08:01:02")).isEmpty();
        assertThat(DiskScan.filesHolding(temp, "JFIF")).isEmpty();
    }

    /** Changes the stored bytes as a bit flip would that H2 does not notice. */
    private void tamper(String sha256) throws IOException {
        photos.close();
        try (H2PhotoStore store = H2PhotoStore.open(folder, key(), CLOCK).orElseThrow()) {
            store.put(sha256, "image/jpeg", picture("jpeg", 299, 200), new byte[] {1}, CLOCK.instant());
        }
        photos = open();
    }
}
