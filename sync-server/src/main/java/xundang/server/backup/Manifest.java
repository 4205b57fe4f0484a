package xundang.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import xundang.model.json.ModelJson;

/**
 * What a backup consists of; written last, so that a folder without it is no backup.
 *
 * @param format 1
 * @param headSeq where the feed ended when the backup began; the database in it is at least as far
 * @param database SHA-256 of the database file
 * @param photos SHA-256 and name of each picture
 */
record Manifest(int format, OffsetDateTime madeAt, UUID epoch, long headSeq, String database, List<String> photos) {
    static final int FORMAT = 1;
    static final String FILE = "manifest.json";

    void write(Path folder) throws IOException {
        Path fresh = folder.resolve(FILE + ".new");
        Files.write(fresh, ModelJson.mapper().writeValueAsBytes(this));
        VerifiedCopy.force(fresh);
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        VerifiedCopy.forceFolder(folder);
    }

    /** Throws {@link BackupException} when there is none, or none that can be read. */
    static Manifest read(Path folder) {
        try {
            if (!Files.isRegularFile(folder.resolve(FILE))) {
                throw new BackupException("这个文件夹里没有完整的备份（缺少 manifest.json），什么都没有改动：" + folder);
            }
            Manifest manifest = ModelJson.mapper().readValue(Files.readAllBytes(folder.resolve(FILE)), Manifest.class);
            if (manifest.format() != FORMAT) {
                throw new BackupException("备份的格式较新，请用做备份的那个版本的软件恢复。什么都没有改动。");
            }
            return manifest;
        } catch (IOException | JacksonException e) {
            throw new BackupException("备份清单读不了，什么都没有改动：" + folder, e);
        }
    }
}
