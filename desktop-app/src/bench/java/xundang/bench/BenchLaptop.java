package xundang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.desktop.sync.SyncException;
import xundang.desktop.sync.SyncFault;
import xundang.desktop.sync.http.HttpSyncApi;
import xundang.model.json.ModelJson;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.FieldChange;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.RecordType;

/** A laptop that talks to the server as the product does, without a store of its own: only the server's side is measured with it. */
final class BenchLaptop {
    private static final int MOST_TRIES = 20;

    final EnrolResponse enrolment;
    private final BenchServer server;
    private final HttpSyncApi api;
    private HelloResponse hello;
    private long made;

    BenchLaptop(BenchServer server, EnrolResponse enrolment, HttpSyncApi api) {
        this.server = server;
        this.enrolment = enrolment;
        this.api = api;
        hello = greet();
    }

    HelloResponse greet() {
        hello = api.hello(new HelloRequest(
                enrolment.deviceId(),
                "",
                enrolment.userId(),
                "bench",
                List.of(1),
                1,
                null,
                made,
                made,
                0,
                BenchServer.at()));
        return hello;
    }

    Op op(OpKind kind, RecordType type, UUID record, @Nullable UUID group, Map<String, FieldChange> set) {
        return new Op(
                server.ids.next(),
                ++made,
                group,
                kind,
                1,
                type,
                record,
                0,
                set,
                BenchServer.at(),
                0,
                enrolment.userId());
    }

    /** Pushes in batches as large as the server takes; fails unless every op was applied. */
    void push(List<Op> ops) {
        send(batches(ops));
    }

    /** The ops in batches as large as the server takes. The product knows how large an op is since it was queued. */
    List<List<Op>> batches(List<Op> ops) {
        List<List<Op>> batches = new ArrayList<>();
        int bytes = Integer.MAX_VALUE / 2;
        for (Op op : ops) {
            int size = ModelJson.mapper().writeValueAsBytes(op).length + 1;
            boolean full = !batches.isEmpty()
                            && batches.getLast().size() == hello.limits().maxOps()
                    || bytes + size > hello.limits().maxBytes() - 1024;
            if (full) {
                batches.add(new ArrayList<>());
                bytes = 0;
            }
            batches.getLast().add(op);
            bytes += size;
        }
        return batches;
    }

    /** Sends one batch after the other. When the server has too much to do, the laptop comes again as the product does, only sooner. */
    void send(List<List<Op>> batches) {
        for (List<Op> batch : batches) {
            sendOne(batch);
        }
    }

    private PushResponse answered(PushRequest request) {
        for (int tries = 1; ; tries++) {
            try {
                return api.push(request);
            } catch (SyncException e) {
                if (!(e.fault() instanceof SyncFault.Busy) || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void sendOne(List<Op> batch) {
        PushResponse answer = answered(new PushRequest(hello.sessionNonce(), List.copyOf(batch)));
        for (OpResult result : answer.results()) {
            if (result.status() != OpStatus.APPLIED) {
                throw new IllegalStateException("an op was not applied: " + result);
            }
        }
        if (answer.results().size() != batch.size()) {
            throw new IllegalStateException("not every op was answered");
        }
    }

    HttpSyncApi api() {
        return api;
    }
}
