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
        return new SyncStores(
                records,
                marks,
                new FeedStore(records, marks),
                uploads,
                outbox,
                sends,
                new AnswerStore(records, marks),
                new SubjectStore(),
                desk);
    }
}
