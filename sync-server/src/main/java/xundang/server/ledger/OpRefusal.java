package xundang.server.ledger;

import xundang.model.sync.OpStatus;
import xundang.model.sync.Problem;
import xundang.server.platform.http.Problems;

/** Ends one op, or its whole group, without effect: refused for good, or held because this server does not understand it. */
final class OpRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String NOT_SAVED = "这一项没有保存到台账，本机上仍保留。请改正后重新提交。";

    private final OpStatus status;
    private final transient Problem problem;

    private OpRefusal(OpStatus status, Problem problem) {
        super(problem.code(), null, false, false);
        this.status = status;
        this.problem = problem;
    }

    /** Refused for good. */
    static OpRefusal rejected(String name, String code, String title, String detail) {
        return new OpRefusal(OpStatus.REJECTED, Problems.problem(422, name, code, title, detail, null));
    }

    /** A field's content is not acceptable. */
    static OpRefusal invalid(String detail) {
        return rejected("op-invalid", "E-OP-422", "Invalid content", detail + NOT_SAVED);
    }

    /** No such record, or none that the author may know of; both look the same on purpose. */
    static OpRefusal unknownRecord() {
        return rejected(
                "record-unknown", "E-OP-404", "Unknown record", "台账里没有这条记录，或您没有它的权限。这一项没有保存到台账，本机上仍保留。请联系资产管理员。");
    }

    /** The author's role does not allow it. */
    static OpRefusal notAllowed() {
        return rejected("op-not-allowed", "E-OP-403", "Not allowed", "您的角色不能做这种修改。这一项没有保存到台账，本机上仍保留。请联系资产管理员。");
    }

    /** The author's role does not allow this step; {@code reason} says whose it is. */
    static OpRefusal notAllowed(String reason) {
        return rejected("op-not-allowed", "E-OP-403", "Not allowed", reason + "这一项没有保存到台账，本机上仍保留。请联系资产管理员。");
    }

    /** A resolution that the ledger's rules do not allow; the conflict stays open. */
    static OpRefusal unresolved(String reason) {
        return rejected("resolution-refused", "E-OP-425", "Resolution refused", reason + "这处分歧仍待处理，您的选择本机上仍保留。");
    }

    /** Kept for an administrator. */
    static OpRefusal held() {
        return new OpRefusal(
                OpStatus.HELD,
                Problems.problem(
                        422,
                        "op-held",
                        "E-OP-480",
                        "Not understood yet",
                        "服务器版本较旧，还不认识这种操作。内容已在服务器上留存，等待管理员处理。",
                        null));
    }

    /** What is wrong, without what became of the op. */
    String reason() {
        return problem.detail().replace(NOT_SAVED, "");
    }

    OpStatus status() {
        return status;
    }

    Problem problem() {
        return problem;
    }
}
