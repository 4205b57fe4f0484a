package xundang.server.web;

import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part of a page that shows one record. A record that cannot be shown says so itself and leaves the rest of the page as it is. */
final class Piece {
    private static final Logger LOG = LoggerFactory.getLogger(Piece.class);

    private Piece() {}

    static Html of(PageTexts texts, UUID record, Supplier<Html> piece) {
        try {
            return piece.get();
        } catch (RuntimeException e) {
            // Whatever is wrong with the record, the others must still be seen.
            LOG.warn("record {} cannot be shown: {}", record, e.getClass().getSimpleName());
            return unshowable(texts, record);
        }
    }

    static Html unshowable(PageTexts texts, UUID record) {
        return Tag.of("p", "warn").with(texts.get("unshowable", record.toString()));
    }
}
