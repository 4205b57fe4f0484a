package xundang.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.server.auth.DeviceDao;
import xundang.server.blob.BlobService;
import xundang.server.feed.FeedDao;
import xundang.server.platform.db.ServerDatabase;

/**
 * Backs up while the server runs: first notes what each laptop has had answered, then copies the database, then the photos by hash, checks
 * the copies, writes the manifest, and only then tells the laptops (by their next hello) that what was noted is safe. Database first: each
 * photo that it calls stored was stored before its file is copied.
 */
public final class BackupService {
    /** Name of the database file in a backup and in a data folder. */
    static final String DATABASE = "ledger.mv.db";

    static final String PHOTOS = "photos";
    private static final Logger LOG = LoggerFactory.getLogger(BackupService.class);

    private final ServerDatabase database;
    private final BlobService blobs;
    private final InstantSource clock;
    private final DeviceDao devices = new DeviceDao();
    private final FeedDao feed = new FeedDao();
    private final BackupDao pictures = new BackupDao();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public BackupService(ServerDatabase database, BlobService blobs, InstantSource clock) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Notes what is durable before a backup by other means (PostgreSQL: {@code pg_dump}). */
    public String begin() {
        note();
        return "已记下各电脑现有的进度。请现在开始备份；完成并核对后执行 admin backup-mark done。";
    }

    /** A backup that began after {@link #begin} is complete and checked. */
    public String confirm() {
        int count = database.inTransaction(devices::confirmBackup);
        return "已登记备份完成，" + count + " 台电脑的进度有更新。";
    }

    /** Backs up an H2 ledger into a folder; an interrupted one can be begun again in the same folder. Throws {@link BackupException}. */
    public String backUp(Path folder) {
        if (!database.canBackUp()) {
            throw new BackupException("台账在 PostgreSQL 里：请用 pg_dump 备份数据库，再复制 photos 文件夹，并用 admin backup-mark 登记。");
        }
        if (!oneAtATime.tryLock()) {
            throw new BackupException("另一次备份正在进行，这次没有开始。");
        }
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(Manifest.FILE));
            FeedDao.Head noted = note();
            String databaseHash = copyDatabase(folder, noted);
            List<String> copied = copyPhotos(folder);
            new Manifest(
                            Manifest.FORMAT,
                            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                            noted.epoch(),
                            noted.seq(),
                            databaseHash,
                            copied)
                    .write(folder);
            confirm();
            LOG.info("backup complete, feed at {}, {} photos", noted.seq(), copied.size());
            return "备份完成并已核对：数据库 1 份，照片 " + copied.size() + " 张。";
        } catch (IOException e) {
            LOG.warn("backup failed: {}", e.getClass().getSimpleName());
            throw new BackupException("备份没有完成：备份文件夹写不了或磁盘已满。服务器照常运行，以前的台账没有改动。请检查后重做。", e);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** On return what is noted is on disk, hence in every copy that is made from now on. */
    private FeedDao.Head note() {
        return database.inTransaction(tx -> {
            devices.noteBackup(tx);
            return feed.head(tx);
        });
    }

    private String copyDatabase(Path folder, FeedDao.Head noted) throws IOException {
        Path zip = folder.resolve("database.zip");
        database.backUpTo(zip);
        String hash;
        try (ZipFile packed = new ZipFile(zip.toFile());
                InputStream entry = packed.getInputStream(packed.entries().nextElement())) {
            hash = VerifiedCopy.write(entry, folder.resolve(DATABASE));
        }
        Files.delete(zip);
        if (!VerifiedCopy.hash(folder.resolve(DATABASE)).equals(hash)
                || ServerDatabase.headOfCopy(folder.resolve("ledger")) < noted.seq()) {
            throw new BackupException("备份的数据库核对不上，备份没有完成。服务器照常运行。请换一个磁盘重做。");
        }
        return hash;
    }

    private List<String> copyPhotos(Path folder) throws IOException {
        List<String> copied = new ArrayList<>();
        for (BackupDao.Picture picture : database.read(pictures::stored)) {
            Path target = photo(folder, picture.sha256());
            if (!Files.isRegularFile(target) || !VerifiedCopy.hash(target).equals(picture.sha256())) {
                try (InputStream bytes =
                        blobs.open(new BlobService.Picture(picture.sha256(), picture.size(), picture.mime()), 0)) {
                    if (!VerifiedCopy.write(bytes, target).equals(picture.sha256())) {
                        throw new BackupException("有照片与校验值不符，备份没有完成：" + picture.sha256() + "。请保留现场并报告管理员。");
                    }
                }
            }
            copied.add(picture.sha256());
        }
        return copied;
    }

    static Path photo(Path folder, String sha256) {
        return folder.resolve(PHOTOS).resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
