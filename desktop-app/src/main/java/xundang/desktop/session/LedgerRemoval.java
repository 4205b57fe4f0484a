package xundang.desktop.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.platform.files.FolderLock;
import xundang.desktop.platform.files.PrivateFiles;

/** Deletes a closed ledger: the keys first, because without them the rest is noise. */
final class LedgerRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerRemoval.class);

    private final DataFolder folder;

    LedgerRemoval(DataFolder folder) {
        this.folder = folder;
    }

    RemoveOutcome run(Instant now) {
        boolean keysDestroyed = false;
        try {
            if (!(FolderLock.tryLock(folder, now) instanceof FolderLock.Attempt.Held held)) {
                return new RemoveOutcome.NotDeleted(folder.root().toString(), false);
            }
            try (FolderLock lock = held.lock()) {
                delete(folder.keys());
                keysDestroyed = true;
                try (Stream<Path> all = Files.list(folder.root())) {
                    for (Path each :
                            all.filter(file -> !file.equals(folder.lock())).toList()) {
                        delete(each);
                    }
                }
            }
            Files.deleteIfExists(folder.lock());
            LOG.info("the ledger was removed from this laptop");
            return new RemoveOutcome.Removed();
        } catch (IOException e) {
            LOG.warn(
                    "E-KEY-230 not everything could be deleted: {}",
                    e.getClass().getSimpleName());
            return new RemoveOutcome.NotDeleted(folder.root().toString(), keysDestroyed);
        }
    }

    /** With all that is in it; durable on return. */
    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> all = Files.walk(path)) {
            inside = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : inside) {
            Files.delete(each);
        }
        PrivateFiles.syncFolder(PrivateFiles.parent(path));
    }
}
