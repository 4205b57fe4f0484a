package xundang.model.asset;

/** What must accompany a change of state. */
public enum Proof {
    /** 佐证材料: photos or papers attached to the change. */
    EVIDENCE,
    /** 原因说明: a written reason. */
    REASON,
    /** 接收人签字: the receiver has signed. */
    RECEIVER_SIGNATURE
}
