package xundang.desktop.sync;

/** Where one record or photo stands, in the order of its way. */
public enum RecordSyncState {
    /** 已存本机: durable here, not yet for the server (a draft). */
    SAVED_HERE,
    /** 排队中. */
    QUEUED,
    /** 已发送: sent, not yet answered. */
    SENT,
    /** 服务器已确认: the server holds it, hashes verified. */
    HELD_BY_SERVER,
    /** 需处理: refused or in conflict; kept here with the reason. */
    NEEDS_ATTENTION
}
