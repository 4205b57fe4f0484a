package xundang.desktop.sync;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.sync.store.SyncStores;
import xundang.desktop.sync.store.UploadStore;

/** {@link LocalCopies} of one open ledger. */
public final class LocalCopyService implements LocalCopies {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCopyService.class);

    private final LocalDatabase database;
    private final SyncStores stores;
    private final PhotoBytes photos;

    public LocalCopyService(SyncParts parts) {
        this.database = parts.database();
        this.stores = parts.stores();
        this.photos = parts.photos();
    }

    private List<UploadStore.Held> here() {
        return database
                .read(tx -> stores.uploads()
                        .held(tx, stores.marks().inBackup(tx), stores.unsent().drafted(tx)))
                .stream()
                .filter(picture -> photos.size(picture.sha256()) > 0)
                .toList();
    }

    @Override
    public Clearable clearable() {
        return counted(here());
    }

    @Override
    public Clearable clear() {
        List<UploadStore.Held> here = here();
        for (UploadStore.Held picture : here) {
            if (picture.covered()) {
                photos.drop(picture.sha256());
            }
        }
        Clearable cleared = counted(here);
        LOG.info("cleared {} pictures", cleared.pictures());
        return cleared;
    }

    private static Clearable counted(List<UploadStore.Held> here) {
        List<UploadStore.Held> covered =
                here.stream().filter(UploadStore.Held::covered).toList();
        return new Clearable(
                covered.size(),
                covered.stream().mapToLong(UploadStore.Held::size).sum(),
                here.size() - covered.size());
    }
}
