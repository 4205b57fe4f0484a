package xundang.desktop.sync;

import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.sync.store.SyncStores;

/** What one open ledger's sync is made of. */
public record SyncParts(
        SyncApi api, LocalDatabase database, SyncStores stores, PhotoBytes photos, SyncIdentity identity) {}
