package xundang.server.push;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import xundang.model.account.DeviceId;
import xundang.model.sync.Limits;
import xundang.model.sync.OpResult;
import xundang.model.sync.PushResponse;
import xundang.server.auth.DeviceDao;
import xundang.server.auth.Principal;
import xundang.server.feed.FeedDao;
import xundang.server.ledger.Author;
import xundang.server.ledger.IncomingOp;
import xundang.server.ledger.LedgerService;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;
import xundang.server.platform.http.ProblemException;
import xundang.server.platform.http.Problems;

/**
 * Takes a laptop's ops in, exactly once each. One push is one transaction: it returns after the commit has reached the disk, and a
 * repeated push gets the first answers.
 */
public final class PushService {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ServerDatabase database;
    private final LedgerService ledger;
    private final FeedDao feed;
    private final DeviceDao devices = new DeviceDao();
    private final int pollAfterS;

    public PushService(ServerDatabase database, LedgerService ledger, FeedDao feed, int pollAfterS) {
        this.database = database;
        this.ledger = ledger;
        this.feed = feed;
        this.pollAfterS = pollAfterS;
    }

    /**
     * Applies the ops, each read by itself: a bad one is answered and stops no other. A message without a readable id and number cannot be
     * answered, so it makes the push malformed. Throws {@link ProblemException} when the request as a whole
     * cannot be taken; then nothing was kept.
     */
    public PushResponse push(Principal principal, PushBody body) {
        if (body.size() > Limits.DEFAULT.maxOps()) {
            throw Problems.tooLarge("一次超过 " + Limits.DEFAULT.maxOps() + " 项，服务器没有处理。请分批发送。");
        }
        // Independent of each other and of the database: on all cores, and before the one writer's turn is asked for.
        List<Optional<IncomingOp>> read = IntStream.range(0, body.size())
                .parallel()
                .mapToObj(i -> ledger.reader().read(body.op(i)))
                .toList();
        List<IncomingOp> ops = read.stream()
                .map(op -> op.orElseThrow(() -> Problems.malformed("有的操作没有编号或序号，服务器没有处理。")))
                .toList();
        check(principal, ops);
        return database.inTransaction(tx -> push(tx, principal, body.sessionNonce(), ops));
    }

    private PushResponse push(Tx tx, Principal principal, String sessionNonce, List<IncomingOp> ops) {
        DeviceDao.Device device =
                devices.lockByNonce(tx, sessionNonce, principal.device()).orElseThrow(PushService::staleSession);
        checkNumbers(device, ops);
        checkRepeated(tx, device, ops);
        Map<DeviceId, Boolean> ownDevices = new HashMap<>();
        if (device.account().equals(principal.user())) {
            ownDevices.put(device.id(), true);
        }
        Author author = new Author(
                principal.user(),
                device.id(),
                principal.role(),
                principal.scopes(),
                false,
                principal.name(),
                laptop -> ownDevices.computeIfAbsent(laptop, id -> devices.mayBeOf(tx, id, principal.user())));
        List<OpResult> results = ledger.applyIncoming(tx, ops, author);
        long last = ops.isEmpty()
                ? device.lastOpSeq()
                : Math.max(device.lastOpSeq(), ops.getLast().opSeq());
        devices.setLastOpSeq(tx, device.id(), last);
        return new PushResponse(results, last, feed.head(tx).seq(), pollAfterS);
    }

    /**
     * A number that was dealt with before may only come again with the same op. With another one, two copies of a laptop share an
     * enrolment: this one sends its ops again under numbers that are free (docs/decisions/0017).
     */
    private void checkRepeated(Tx tx, DeviceDao.Device device, List<IncomingOp> ops) {
        for (IncomingOp op : ops) {
            if (op.opSeq() <= device.lastOpSeq() && !ledger.hasAnswered(tx, op.opId())) {
                throw Problems.of(
                        409,
                        "device-cloned",
                        "E-SYNC-210",
                        "Number used by another op",
                        "这台电脑的数据似乎被复制或恢复过，本次没有处理。记录都还在，软件会换用新的序号重新发送。");
            }
        }
    }

    private static void checkNumbers(DeviceDao.Device device, List<IncomingOp> ops) {
        long expected = device.lastOpSeq() + 1;
        for (int i = 0; i < ops.size(); i++) {
            long seq = ops.get(i).opSeq();
            boolean inOrder = i == 0 || seq == ops.get(i - 1).opSeq() + 1;
            if (seq < 1 || !inOrder) {
                throw Problems.malformed("操作编号不连续，服务器没有处理。");
            }
        }
        if (!ops.isEmpty() && ops.getFirst().opSeq() > expected) {
            throw new ProblemException(Problems.problem(
                    409,
                    "op-seq-gap",
                    "E-SYNC-209",
                    "Gap in op numbers",
                    "中间缺少操作，服务器没有处理。记录都还在，软件会从缺少处重新发送。",
                    expected));
        }
    }

    /** An author that cannot be read is the op's own fault; somebody else's name is a matter of the whole push. */
    private static void check(Principal principal, List<IncomingOp> ops) {
        Set<UUID> ids = new HashSet<>();
        for (IncomingOp op : ops) {
            boolean foreign = op.userId()
                    .filter(user -> UUID_TEXT.matcher(user).matches())
                    .filter(user -> !user.equalsIgnoreCase(principal.user().toString()))
                    .isPresent();
            if (foreign) {
                throw Problems.of(
                        403,
                        "foreign-user",
                        "E-SYNC-203",
                        "Op of another person",
                        "这些记录是另一位同事做的，不能以您的名义发送。记录都还在，请由本人登录后同步。");
            }
            if (!ids.add(op.opId())) {
                throw Problems.malformed("同一个操作在一次发送中出现两次，服务器没有处理。");
            }
        }
    }

    private static ProblemException staleSession() {
        return Problems.of(409, "session-stale", "E-SYNC-211", "Session is stale", "连接已过期，服务器没有处理。记录都还在，软件会重新连接后再发送。");
    }
}
