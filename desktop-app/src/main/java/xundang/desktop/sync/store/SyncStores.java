package xundang.desktop.sync.store;

import xundang.desktop.platform.db.LocalDatabase;

/** The stores of sync, put together. One set per open ledger; store thread only. */
public record SyncStores(
        RecordStore records,
        SyncMarks marks,
        FeedStore feed,
        UploadStore uploads,
        OutboxStore outbox,
        SendStore sends,
        AnswerStore answers,
        SubjectStore subjects,
        ScopeStore scopes,
        UnsentStore unsent,
        OwnWorkRows ownWork,
        DeskStore desk) {
    /** Makes the stores and registers what replays their changes; call it before {@link LocalDatabase#recover}. */
    public static SyncStores over(LocalDatabase database) {
        RecordStore records = new RecordStore();
        SyncMarks marks = new SyncMarks();
        UploadStore uploads = new UploadStore(marks);
        OutboxStore outbox = new OutboxStore(records, uploads);
        SendStore sends = new SendStore(records, uploads, marks);
        sends.register(database);
        DeskStore desk = new DeskStore(records, outbox);
        desk.register(database);
        records.register(new ConflictRows());
        OwnWorkRows ownWork = new OwnWorkRows();
        FeedStore feed = new FeedStore(records, marks, ownWork);
        UnsentStore unsent = new UnsentStore(records, uploads, ownWork, marks);
        unsent.register(database);
        return new SyncStores(
                records,
                marks,
                feed,
                uploads,
                outbox,
                sends,
                new AnswerStore(records, marks),
                new SubjectStore(ownWork),
                new ScopeStore(records, feed, unsent, ownWork, marks),
                unsent,
                ownWork,
                desk);
    }
}
