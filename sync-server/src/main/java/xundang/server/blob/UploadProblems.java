package xundang.server.blob;

import xundang.server.platform.http.ProblemException;
import xundang.server.platform.http.Problems;

/** What can be wrong with an upload. The picture itself is always still on the laptop. */
final class UploadProblems {
    private UploadProblems() {}

    static ProblemException wrongOffset() {
        return Problems.of(409, "wrong-offset", "E-BLOB-409", "Wrong offset", "照片续传的位置不对，没有写入。照片仍在本机，软件会核对后续传。");
    }

    static ProblemException checksumMismatch() {
        return Problems.of(
                460, "checksum-mismatch", "E-BLOB-460", "Checksum mismatch", "照片在传输中出错，这一段没有保存。照片仍在本机，软件会重传。");
    }

    static ProblemException wrongContent() {
        return Problems.of(
                460, "wrong-content", "E-BLOB-461", "Content does not fit its hash", "收到的照片与校验值不符，已丢弃。照片仍在本机，软件会重新上传。");
    }

    static ProblemException expired() {
        return Problems.of(410, "upload-expired", "E-BLOB-410", "Upload expired", "这次上传已过期。照片仍在本机，软件会重新上传。");
    }

    static ProblemException locked() {
        return Problems.of(423, "upload-locked", "E-BLOB-423", "Upload in use", "这张照片正在由另一个连接上传。请稍后再试。");
    }

    static ProblemException tooManyUnfinished() {
        return Problems.of(429, "too-many-uploads", "E-BLOB-429", "Too many uploads", "未完成的上传太多。照片仍在本机，稍后会自动再试。");
    }

    static ProblemException deferredLength() {
        return Problems.of(
                400,
                "length-not-deferrable",
                "E-BLOB-400",
                "Upload-Defer-Length is not supported",
                "服务器不接受事先不说明大小的上传，没有处理。照片仍在本机，请在开始时给出 Upload-Length。");
    }

    /** As for a picture that has not arrived: whoever still has the original sends it again. */
    static ProblemException damaged() {
        return Problems.of(
                404,
                "photo-damaged",
                "E-BLOB-404",
                "Picture damaged",
                "服务器上的这张照片已损坏，不再提供，也没有当作好的使用。仍存有原件的电脑下次同步时会重新上传。");
    }

    static ProblemException wrongVersion() {
        return Problems.of(412, "tus-version", "E-BLOB-412", "Unsupported tus version", "上传协议版本不符。照片仍在本机，请升级软件。");
    }

    static ProblemException badHeader(String name) {
        return Problems.malformed("上传请求缺少或写错了 " + name + "，服务器没有处理。照片仍在本机。");
    }
}
