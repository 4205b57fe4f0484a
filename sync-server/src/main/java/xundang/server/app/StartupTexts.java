package xundang.server.app;

import xundang.server.platform.db.DatabaseException;

/** What the operator reads when the database does not open. */
final class StartupTexts {
    private StartupTexts() {}

    static String of(DatabaseException fault) {
        return switch (fault.reason()) {
            case IN_USE -> "数据库正由另一个进程使用，服务器没有启动，数据没有改动。请先停止那个进程。";
            case MISSING -> "数据库文件不见了。服务器没有启动，也没有建立新的空数据库。请把 ledger.mv.db 放回数据文件夹，或从备份恢复。";
            case DAMAGED -> "数据库文件损坏：里面没有完整的台账。服务器没有启动，文件没有改动，也没有建立新的空台账。请保留这个文件，从备份恢复 ledger.mv.db 后再启动。";
            case DISK_FULL -> "磁盘已满，服务器没有启动。请清理磁盘后再启动。";
            case READ_ONLY -> "数据库文件无法写入，服务器没有启动，数据没有改动。请检查权限。";
            case CLOSED, BUSY, OVERLOADED -> "连接不上数据库，服务器没有启动，数据没有改动。请检查数据库是否在运行、地址和账号是否正确。";
            case UNCERTAIN, OTHER -> "数据库打不开，服务器没有启动，文件没有改动。请保留数据文件夹并从备份恢复，或联系技术支持。";
        };
    }
}
