package xundang.desktop.platform.db;

import java.util.UUID;

/** Tells the journal which entries it may forget. */
@FunctionalInterface
public interface SettledSubjects {
    /** True once the server has confirmed everything of this subject, photos included. */
    boolean isSettled(Tx tx, UUID subject);
}
