package xundang.model.sync;

import java.util.List;

/** A page of the feed. The client stores it and the cursor in one transaction. */
public record ChangePage(List<Change> changes, FeedCursor cursor, boolean more, long headSeq) {}
