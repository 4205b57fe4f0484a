package xundang.desktop.platform.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where everything of one local ledger stands. All names are fixed: nothing here comes from outside. */
public record DataFolder(Path root) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    public DataFolder {
        root = root.toAbsolutePath().normalize();
        if (root.toString().indexOf(';') >= 0) {
            throw new IllegalArgumentException(
                    "a data folder's path must not contain a semicolon: H2 would read settings from it");
        }
    }

    /** Creates the folder and its fixed sub-folders, owner-only. Throws if it cannot be written. */
    public void prepare() throws IOException {
        PrivateFiles.createFolder(root);
        PrivateFiles.createFolder(keys());
        PrivateFiles.createFolder(journal());
        PrivateFiles.createFolder(spool());
    }

    /** Held while a process has the folder open. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** Wrapped keys, the device secret and failed tries. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** The records database, as the file that H2 makes of it. */
    public Path records() {
        return root.resolve("records.mv.db");
    }

    /** The photo database. */
    public Path photos() {
        return root.resolve("photos.mv.db");
    }

    public Path journal() {
        return root.resolve("journal");
    }

    /** Second copies of pictures that the server does not hold yet. */
    public Path spool() {
        return journal().resolve("photos");
    }

    /** Damaged files that were moved aside. The program never deletes anything here. */
    public Path quarantine() {
        return root.resolve("quarantine");
    }

    /**
     * Moves a file out of the way, to {@code quarantine/<time>-<name>}.
     *
     * @return where it is now
     */
    public Path setAside(Path file, Instant now) throws IOException {
        Path target = quarantinePlace(file, now);
        Files.move(file, target);
        PrivateFiles.syncFolder(quarantine());
        PrivateFiles.syncFolder(PrivateFiles.parent(file));
        return target;
    }

    /** As {@link #setAside}, but leaves the file itself in place. */
    public Path keepCopy(Path file, Instant now) throws IOException {
        Path target = quarantinePlace(file, now);
        Files.copy(file, target);
        PrivateFiles.sync(target);
        PrivateFiles.syncFolder(quarantine());
        return target;
    }

    private Path quarantinePlace(Path file, Instant now) throws IOException {
        PrivateFiles.createFolder(quarantine());
        String name = STAMP.format(now) + "-" + file.getFileName();
        Path target = quarantine().resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            target = quarantine().resolve(name + "-" + i);
        }
        return target;
    }
}
