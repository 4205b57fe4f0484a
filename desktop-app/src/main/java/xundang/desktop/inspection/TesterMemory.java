package xundang.desktop.inspection;

import java.util.Optional;
import xundang.desktop.inspection.jar.ColumnMapping;
import xundang.desktop.inspection.jar.TesterMappings;
import xundang.desktop.inspection.store.TesterMappingStore;
import xundang.desktop.platform.db.LocalDatabase;

/** Keeps in the laptop's database how testers' files were read. A convenience: not journalled, and lost with the database. */
final class TesterMemory implements TesterMappings {
    private final LocalDatabase database;
    private final TesterMappingStore store = new TesterMappingStore();

    TesterMemory(LocalDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<ColumnMapping> recall(String signature) {
        return database.read(tx -> store.find(tx, signature));
    }

    @Override
    public void remember(String signature, ColumnMapping mapping) {
        database.inTransaction(tx -> {
            store.save(tx, signature, mapping);
            return signature;
        });
    }
}
