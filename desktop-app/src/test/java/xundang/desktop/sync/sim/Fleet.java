package xundang.desktop.sync.sim;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import xundang.desktop.sync.EngineRound;
import xundang.desktop.sync.sim.Violation.Invariant;
import xundang.model.account.Role;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.RecordType;
import xundang.server.ledger.Author;

/** Laptops and one server in one thread. What happens is decided from outside: by a script, or by {@link Life} from a seed. */
final class Fleet implements AutoCloseable {
    /** A quiet network needs few rounds; one that has not settled after so many never will. */
    static final int MAX_ROUNDS = 25;

    final SimTime time = new SimTime();
    final Trace trace = new Trace();
    final Dice dice;
    final Sabotage sabotage;
    final SimServer server;
    final Oracle oracle;
    final List<SimClient> clients = new ArrayList<>();
    final List<UUID> sites = new ArrayList<>();
    private final Databases databases;
    private final Path folder;
    private int people;
    private int numbers;

    Fleet(long seed, Databases databases, Databases.Server storage, Path parent, Sabotage sabotage) {
        this.databases = databases;
        this.sabotage = sabotage;
        dice = new Dice(seed);
        try {
            folder = Files.createTempDirectory(parent, "fleet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new SimServer(storage, time, folder, dice.split(), sabotage);
        oracle = new Oracle(this);
    }

    /** The product's log would drown a run's own; call before many runs. */
    static void silence() {
        ((Logger) LoggerFactory.getLogger("xundang")).setLevel(Level.OFF);
        ((Logger) LoggerFactory.getLogger("com.zaxxer.hikari")).setLevel(Level.OFF);
        ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.WARN);
    }

    /** A person with a laptop. */
    SimClient join(Role role, Set<String> scopes) {
        String login = "person" + ++people;
        return add(login, role, server.enrol(login, role, scopes));
    }

    SimClient joinManager() {
        return join(Role.ASSET_MANAGER, Set.of("*"));
    }

    /** A laptop whose disk is a copy of another's, in use beside it. */
    SimClient copyOf(SimClient original) {
        SimClient copy = add(original.name + "-copy", original.role, original.enrolment());
        copy.restore(original.image());
        oracle.look(copy);
        return copy;
    }

    private SimClient add(String name, Role role, SimServer.Enrolment enrolment) {
        SimClient client = new SimClient(this, name, role, enrolment, databases.laptop());
        clients.add(client);
        return client;
    }

    /** A second enrolment of a person that exists. */
    SimServer.Enrolment enrolAgain(SimClient client) {
        return server.enrolAgain(client.name.replace("-copy", ""));
    }

    /** The server's own work, as an import does it: what it writes is the server's, not any laptop's. */
    List<OpResult> importing(OpKind kind, RecordType type, UUID id, Map<String, FieldChange> set) {
        Author system = Author.ofSystem();
        Op op = new Op(
                server.nextId(),
                0,
                null,
                kind,
                1,
                type,
                id,
                0,
                set,
                java.time.OffsetDateTime.ofInstant(time.instant(), java.time.ZoneOffset.UTC),
                0,
                system.user());
        trace.add("server imports %s %s %s", kind, SimClient.tail(id), set.keySet());
        return server.importing(List.of(op));
    }

    UUID site() {
        UUID id = server.nextId();
        importing(
                OpKind.SITE_CREATE,
                RecordType.SITE,
                id,
                Edits.created(Map.of("code", "S" + sites.size(), "name", "机房" + sites.size())));
        sites.add(id);
        return id;
    }

    /** An object with a field that no laptop knows. */
    UUID asset(UUID site) {
        UUID id = server.nextId();
        importing(
                OpKind.ASSET_CREATE,
                RecordType.ASSET,
                id,
                Edits.created(Map.of(
                        "asset_no",
                        number(),
                        "category",
                        "ups_host",
                        "name",
                        "UPS主机",
                        "site_id",
                        site.toString(),
                        Differences.UNKNOWN + "future",
                        "新字段" + numbers)));
        return id;
    }

    String number() {
        return "UPS-%06d".formatted(++numbers);
    }

    /** The bytes that the server keeps under a hash. */
    Optional<byte[]> storedBytes(String sha256) {
        Path file = folder.resolve("photos").resolve(sha256.substring(0, 2)).resolve(sha256);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All faults end; late copies of old requests come in now; people whose log-in ran out have logged in again. */
    void heal() {
        server.renewLogIns();
        trace.add("-- all heals");
        server.disk.heal();
        for (SimClient client : clients) {
            client.network.weather(Weather.FAIR);
            client.network.deliverEchoes();
            client.network.forgetEchoes();
            client.restart();
        }
        server.restart();
    }

    /** G: with all faults gone, a bounded number of rounds empties all queues. Then everything is checked. */
    void settle() {
        heal();
        String last = "";
        for (int round = 1; round <= MAX_ROUNDS; round++) {
            long before = oracle.headOfFeed();
            boolean still = true;
            for (SimClient client : clients) {
                EngineRound ended = client.round();
                boolean quiet = ended != null
                        && ended.done()
                        && ended.unsendable() == 0
                        && client.waiting() == 0
                        && client.picturesWaiting() == 0;
                if (!quiet) {
                    still = false;
                    last = client + " " + (ended == null ? "died" : ended) + ", " + client.waiting() + " ops and "
                            + client.picturesWaiting() + " pictures wait";
                }
            }
            if (still && before == oracle.headOfFeed() && round > 1) {
                oracle.quiet();
                return;
            }
        }
        throw new Violation(Invariant.G, "not quiet after " + MAX_ROUNDS + " rounds: " + last);
    }

    /** Gives the databases back and removes the pictures. */
    @Override
    public void close() {
        clients.forEach(client -> databases.giveBack(client.storage));
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
