package xundang.server.ledger;

import tools.jackson.databind.node.ObjectNode;

/** Brings ops of one kind from one version of their shape to the next. It works on the message as sent, because old shapes have no class. */
public interface UpcastStep {
    /** The op kind whose shape changed, e.g. {@code asset.patch}. */
    String kind();

    /** The version that it starts from; it leads to the next one. */
    int from();

    /** The op in the next version's shape. Must not change the given one; {@code opId}, {@code opSeq} and {@code group} stay. */
    ObjectNode apply(ObjectNode op);
}
