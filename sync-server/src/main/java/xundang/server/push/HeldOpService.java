package xundang.server.push;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xundang.model.account.DeviceId;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.server.auth.Account;
import xundang.server.auth.AccountDao;
import xundang.server.auth.DeviceDao;
import xundang.server.ledger.Author;
import xundang.server.ledger.HeldOp;
import xundang.server.ledger.LedgerService;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;

/** Ops that this server did not understand when they came: shown to an administrator, and tried again after an upgrade. */
public final class HeldOpService {
    /**
     * What became of one op.
     *
     * @param done no longer held
     * @param reason why it still is, in plain Chinese
     */
    public record Retried(HeldOp op, boolean done, Optional<String> reason) {}

    private final ServerDatabase database;
    private final LedgerService ledger;
    private final AccountDao accounts = new AccountDao();
    private final DeviceDao devices = new DeviceDao();

    public HeldOpService(ServerDatabase database, LedgerService ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** All that are held, oldest first. */
    public List<HeldOp> list() {
        return database.read(ledger::held);
    }

    /** Tries all of them again, laptop by laptop, with the rights that their authors have now. */
    public List<Retried> retry() {
        Map<DeviceId, List<HeldOp>> byDevice = new LinkedHashMap<>();
        list().forEach(op -> byDevice.computeIfAbsent(op.device(), device -> new ArrayList<>())
                .add(op));
        List<Retried> all = new ArrayList<>();
        byDevice.values().forEach(ops -> all.addAll(database.inTransaction(tx -> retry(tx, ops))));
        return all;
    }

    private List<Retried> retry(Tx tx, List<HeldOp> ops) {
        HeldOp first = ops.getFirst();
        Optional<Account> account = accounts.byId(tx, first.user());
        if (account.isEmpty()) {
            return ops.stream()
                    .map(op -> new Retried(op, false, Optional.of("作者的账号已不存在。")))
                    .toList();
        }
        Author author = new Author(
                first.user(),
                first.device(),
                account.get().role(),
                account.get().scopes(),
                false,
                account.get().name(),
                laptop -> devices.mayBeOf(tx, laptop, first.user()));
        List<OpResult> results = ledger.retryHeld(tx, ops, author);
        List<Retried> retried = new ArrayList<>();
        for (int i = 0; i < ops.size(); i++) {
            OpResult result = results.get(i);
            boolean done = result.status() != OpStatus.HELD && result.status() != OpStatus.REJECTED;
            retried.add(new Retried(
                    ops.get(i), done, Optional.ofNullable(result.problem()).map(problem -> problem.detail())));
        }
        return retried;
    }
}
