package xundang.server.platform.http;

import org.jspecify.annotations.Nullable;
import xundang.model.sync.Problem;

/** The problems that any request can meet. Features keep their own beside their rules. */
public final class Problems {
    private static final String TYPE = "urn:xundang:problem:";

    private Problems() {}

    /** Builds a problem; {@code name} is the last part of its stable type. */
    public static ProblemException of(int status, String name, String code, String title, String detail) {
        return new ProblemException(problem(status, name, code, title, detail, null));
    }

    /** As {@link #of}, as a value to be stored or sent inside another answer. */
    public static Problem problem(
            int status, String name, String code, String title, String detail, @Nullable Long expected) {
        return new Problem(TYPE + name, title, status, detail, code, expected);
    }

    /** 400: the message cannot be read. */
    public static ProblemException malformed(String detail) {
        return of(400, "malformed", "E-HTTP-400", "Malformed request", detail);
    }

    /** 401: no token, or one that is not valid any more. */
    public static ProblemException unauthenticated() {
        return of(401, "unauthenticated", "E-AUTH-401", "Not logged in", "登录已失效。本机上的记录都还在。请重新登录后再同步。");
    }

    /** 401: the token's time has run out. */
    public static ProblemException expired() {
        return of(
                401,
                "token-expired",
                "E-AUTH-402",
                "Log-in expired",
                "登录已过期：这台电脑超过 30 天没有连接服务器。记录都在本机，没有丢失。请向管理员要一个登记码，重新登录后再同步。");
    }

    /** 403: known person, not allowed. */
    public static ProblemException forbidden(String detail) {
        return of(403, "forbidden", "E-AUTH-403", "Not allowed", detail);
    }

    /** 404. */
    public static ProblemException notFound() {
        return of(404, "not-found", "E-HTTP-404", "Not found", "没有找到这个地址或这条内容。请核对后再试。");
    }

    /** 405. */
    public static ProblemException methodNotAllowed() {
        return of(405, "method-not-allowed", "E-HTTP-405", "Method not allowed", "这个地址不支持这种操作。");
    }

    /** 413: bigger than the limit. */
    public static ProblemException tooLarge(String detail) {
        return of(413, "too-large", "E-HTTP-413", "Too large", detail);
    }

    /** 415. */
    public static ProblemException wrongType(String expected) {
        return of(
                415,
                "wrong-content-type",
                "E-HTTP-415",
                "Unsupported content type",
                "内容类型不对，服务器没有处理。应为 " + expected + "。");
    }

    /** 429. */
    public static ProblemException tooMany() {
        return of(429, "too-many-requests", "E-HTTP-429", "Too many requests", "请求太频繁，服务器没有处理。请稍后再试。");
    }

    /** 503: try the same again a little later. */
    public static ProblemException busy() {
        return of(503, "busy", "E-SRV-503", "Busy", "服务器正忙，这次没有保存。本机上的记录都还在，稍后会自动再试。");
    }

    /** 503: the server's disk did not confirm what was written; the server must be started again. */
    public static ProblemException uncertain() {
        return of(
                503,
                "write-stopped",
                "E-SRV-513",
                "Writing stopped",
                "服务器的磁盘没有确认写入，已停止接收新内容。这次是否保存还不能确定，本机上的记录都还在，以后会自动重发，不会重复。请通知管理员检查磁盘并重启服务器。");
    }

    /** 503: the server's disk is full; somebody will make room. */
    public static ProblemException diskFull() {
        return of(503, "disk-full", "E-SRV-507", "Disk full", "服务器磁盘已满，这次没有保存。本机上的记录都还在。请通知管理员清理磁盘。");
    }

    /** 500, without any inner detail. */
    public static ProblemException internal() {
        return of(500, "internal", "E-SRV-500", "Internal error", "服务器出错，这次没有保存。本机上的记录都还在。请稍后再试，仍不行请联系管理员。");
    }
}
