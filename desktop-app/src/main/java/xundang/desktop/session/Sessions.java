package xundang.desktop.session;

import java.util.List;
import java.util.function.BooleanSupplier;
import xundang.model.account.UserId;

/** Log-in and enrolment on one data folder. All calls block (key derivation, disk, network): never on the interface's thread. */
public interface Sessions {
    /** People who can log in here without a network. Empty on a fresh laptop: enrol first. */
    List<Person> people();

    /**
     * Opens the ledger with a person's password, without a network. The password array is wiped before return. A wrong password opens
     * nothing and changes nothing but the count of failed tries.
     */
    UnlockOutcome unlock(UserId person, char[] password);

    /** Registers this laptop with a server and opens the new, empty ledger. Needs the network once. The password array is wiped. */
    EnrolOutcome enrol(Enrolment enrolment, char[] password);

    /**
     * Removes a ledger from this laptop for good (移除本机数据): stops it, asks once more, then destroys the keys of all people and deletes every
     * file. Whatever was not exported or sent is lost with it, which is why it is refused then; the ledger is closed in any case.
     *
     * @param mayLeave true if there is no unsent work, or all of it is exported; asked when nothing can be saved any more
     */
    RemoveOutcome remove(LedgerHandle open, BooleanSupplier mayLeave);

    /** A person who has a key on this laptop. */
    record Person(UserId id, String login, String name) {}

    /**
     * What a new laptop needs.
     *
     * @param server e.g. {@code http://127.0.0.1:8723}; plain HTTP is accepted for loopback only
     */
    record Enrolment(String server, String login, String code, String deviceName) {}
}
