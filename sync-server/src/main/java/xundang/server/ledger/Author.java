package xundang.server.ledger;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;

/**
 * On whose behalf ops are applied.
 *
 * @param name the account's name, with which everything that this person signs must agree
 * @param ownDevice whether a laptop may be one of this person's. One that this server has never heard of may: a server that was restored
 *     from a backup has forgotten those that were enrolled since, and what was inspected with them must come back all the same
 * @param system true for imports and jobs: no role or scope limits them; everything else holds for them as for anyone
 */
public record Author(
        UserId user,
        DeviceId device,
        Role role,
        Scopes scopes,
        boolean system,
        String name,
        Predicate<DeviceId> ownDevice) {
    /** The device and person under which imports and jobs write. */
    private static final UUID SYSTEM = new UUID(0x7000L, 0x8000_0000_0000_0001L);

    /** The server itself. */
    public static Author ofSystem() {
        return new Author(
                new UserId(SYSTEM),
                new DeviceId(SYSTEM),
                Role.ADMINISTRATOR,
                new Scopes(true, Set.of()),
                true,
                "",
                device -> true);
    }
}
