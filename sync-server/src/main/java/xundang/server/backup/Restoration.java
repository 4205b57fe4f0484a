package xundang.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import xundang.server.platform.digest.Sha256;

/** Brings a backup back into an empty data folder. Everything is checked before anything is written; the database file comes last. */
public final class Restoration {
    private Restoration() {}

    /** Throws {@link BackupException}; then the data folder holds no database. Returns how many photos there are. */
    public static int restore(Path backup, Path data) {
        Manifest manifest = Manifest.read(backup);
        try {
            check(backup, manifest);
            Files.createDirectories(data);
            for (String sha256 : manifest.photos()) {
                copy(BackupService.photo(backup, sha256), BackupService.photo(data, sha256), sha256);
            }
            copy(backup.resolve(BackupService.DATABASE), data.resolve(BackupService.DATABASE), manifest.database());
            return manifest.photos().size();
        } catch (IOException e) {
            throw new BackupException("恢复没有完成：文件读不了、写不了或磁盘已满。请检查后换一个空的数据文件夹重做。", e);
        }
    }

    /** Whether nothing of a ledger is in the folder. */
    public static boolean isEmpty(Path data) {
        try (Stream<Path> files = Files.exists(data) ? Files.list(data) : Stream.empty()) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new BackupException("数据文件夹读不了，什么都没有改动：" + data, e);
        }
    }

    private static void check(Path backup, Manifest manifest) throws IOException {
        Path database = backup.resolve(BackupService.DATABASE);
        if (!Files.isRegularFile(database) || !VerifiedCopy.hash(database).equals(manifest.database())) {
            throw new BackupException("备份里的数据库与清单不符，没有恢复，什么都没有改动。请换一份备份。");
        }
        for (String sha256 : manifest.photos()) {
            if (!Sha256.isHex(sha256)) {
                throw new BackupException("备份清单有误，没有恢复，什么都没有改动。请换一份备份。");
            }
            Path photo = BackupService.photo(backup, sha256);
            if (!Files.isRegularFile(photo) || !VerifiedCopy.hash(photo).equals(sha256)) {
                throw new BackupException("备份里的照片缺失或与清单不符，没有恢复，什么都没有改动：" + sha256);
            }
        }
    }

    private static void copy(Path from, Path to, String sha256) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            if (!VerifiedCopy.write(in, to).equals(sha256)) {
                Files.delete(to);
                throw new BackupException("复制时内容变了，恢复没有完成。请检查磁盘后换一个空的数据文件夹重做。");
            }
        }
    }
}
