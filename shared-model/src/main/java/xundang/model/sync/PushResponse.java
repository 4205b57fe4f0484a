package xundang.model.sync;

import java.util.List;

/**
 * Sent only after the commit has reached the server's disk.
 *
 * @param results one for each op of the request, in order
 * @param lastOpSeqSeen highest number that the server has dealt with for this device
 */
public record PushResponse(List<OpResult> results, long lastOpSeqSeen, long headSeq, int pollAfterS) {}
