package xundang.model.sync;

import java.util.List;

/** Ops of one device in order of their numbers, at most {@link Limits#maxOps()}. */
public record PushRequest(String sessionNonce, List<Op> ops) {}
