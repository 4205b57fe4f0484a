package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of everything that a device may hold, in the order of type and id. The first page notes where the feed stood; a record that
 * changes while the pages are fetched comes again with the feed from there, so that nothing is missed.
 *
 * @param records living records as puts; their {@code seq} is 0
 * @param after where the next page begins, to be sent back as it is; null on the last page. It stays valid over a restart of either side
 * @param cursor where the feed goes on after the last page; the same on every page of one snapshot
 * @param expected how many records the whole snapshot has, as counted for its first page; for progress only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnapshotPage(List<Change> records, @Nullable String after, FeedCursor cursor, long expected) {}
