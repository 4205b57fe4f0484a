package xundang.desktop.platform.db;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;
import xundang.desktop.photo.KeepOutcome;
import xundang.desktop.photo.PhotoService;
import xundang.desktop.platform.files.DataFolder;

/**
 * The process that {@link KillTest} kills: commits numbered notes, every fifth with a picture of about 200 KB, and prints each number when
 * it was acknowledged. Arguments: data folder, folder for the pictures' files, seed.
 */
final class KillChild {
    static final String ACKNOWLEDGED = "ACK ";
    private static final int SIDE = 258;

    private KillChild() {}

    public static void main(String[] args) throws IOException {
        DataFolder folder = new DataFolder(Path.of(args[0]));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(Long.parseLong(args[2]));
        folder.prepare();
        H2LocalDatabase database = Notes.open(folder);
        PhotoService photos =
                PhotoService.open(folder, Notes.key(), Notes.CLOCK).orElseThrow();
        List<Long> before = Notes.numbers(database);
        long next = before.isEmpty() ? 1 : before.getLast() + 1;
        while (true) {
            String picture = "";
            if (next % 5 == 0) {
                Path file = picture(Path.of(args[1]), random);
                picture = ((KeepOutcome.Kept) photos.keep(file)).sha256();
            }
            database.commit(Notes.note(next));
            System.out.println(ACKNOWLEDGED + next + " " + picture);
            next++;
        }
    }

    private static Path picture(Path folder, RandomGenerator random) throws IOException {
        BufferedImage noise = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        Path file = folder.resolve("noise.png");
        Files.deleteIfExists(file);
        ImageIO.write(noise, "png", file.toFile());
        return file;
    }
}
