package xundang.server.feed;

import org.jspecify.annotations.Nullable;
import xundang.model.sync.Limits;
import xundang.server.platform.http.Problems;

/** How many entries a page may have. */
final class PageLimit {
    private PageLimit() {}

    /** From the query; the server's own limit when nothing is asked, never more than it. */
    static int of(@Nullable String text) {
        if (text == null) {
            return Limits.DEFAULT.page();
        }
        if (!text.matches("[1-9][0-9]{0,6}")) {
            throw Problems.malformed("每页条数须为正整数。");
        }
        return Math.min(Integer.parseInt(text), Limits.DEFAULT.page());
    }
}
