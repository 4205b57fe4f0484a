package xundang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        List<Op> batch = new ArrayList<>();
        int bytes = 0;
        for (Op op : ops) {
            int size = ModelJson.mapper().writeValueAsBytes(op).length + 1;
            boolean full = batch.size() == hello.limits().maxOps()
                    || bytes + size > hello.limits().maxBytes() - 1024;
            if (full) {
                send(batch);
                batch.clear();
                bytes = 0;
            }
            batch.add(op);
            bytes += size;
        }
        send(batch);
    }

    private void send(List<Op> batch) {
        PushResponse answer = api.push(new PushRequest(hello.sessionNonce(), List.copyOf(batch)));
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
