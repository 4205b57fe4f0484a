package xundang.model.id;

import java.util.UUID;

/** Where new record ids come from. Injected, so that tests are repeatable. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface IdSource {
    /** A new UUIDv7 (RFC 9562): time-ordered, so that database indexes stay compact. */
    UUID next();
}
