package xundang.desktop.platform.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import xundang.desktop.photo.KeepOutcome;
import xundang.desktop.photo.PhotoService;
import xundang.desktop.platform.files.DataFolder;

/**
 * The process that {@link KillTest} kills: commits numbered notes, every fifth with a picture of about 200 KB, and prints each number when
 * it was acknowledged. It starts up first and then waits for a line with the data folder, so that starting costs the test no time.
 * Arguments: folder for the pictures' files, seed.
 */
final class KillChild {
    static final String ACKNOWLEDGED = "ACK ";
    private static final int SIDE = 258;

    private KillChild() {}

    public static void main(String[] args) throws IOException, SQLException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(Long.parseLong(args[1]));
        picture(Path.of(args[0]), random);
        try (Connection memory = DriverManager.getConnection("jdbc:h2:mem:")) {
            DSL.using(memory, SQLDialect.H2).selectOne().fetch();
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        DataFolder folder = new DataFolder(Path.of(in.readLine()));
        folder.prepare();
        H2LocalDatabase database = Notes.open(folder);
        PhotoService photos =
                PhotoService.open(folder, Notes.key(), Notes.CLOCK).orElseThrow();
        List<Long> before = Notes.numbers(database);
        long next = before.isEmpty() ? 1 : before.getLast() + 1;
        while (true) {
            String picture = "";
            if (next % 5 == 0) {
                Path file = picture(Path.of(args[0]), random);
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
        Path file = folder.resolve("noise-" + ProcessHandle.current().pid() + ".png");
        Files.deleteIfExists(file);
        ImageIO.write(noise, "png", file.toFile());
        return file;
    }
}
