package xundang.server.testing;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.FieldChange;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.Paths;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.RecordType;
import xundang.model.sync.SnapshotPage;

/** A client of the protocol as a laptop would be one: numbers its ops, keeps its cursor. */
public final class Laptop {
    private final TestServer server;
    private final EnrolResponse enrolment;
    private DeviceId device;
    private String nonce;
    private long nextSeq = 1;

    /** Where it has read to. */
    public String cursor = "";

    Laptop(TestServer server, EnrolResponse enrolment) {
        this.server = server;
        this.enrolment = enrolment;
        this.device = enrolment.deviceId();
        this.nonce = hello().sessionNonce();
    }

    public UserId user() {
        return enrolment.userId();
    }

    public DeviceId device() {
        return device;
    }

    public String token() {
        return enrolment.token();
    }

    public HttpRequest.Builder request(String path) {
        return server.http().request(path).header("Authorization", "Bearer " + token());
    }

    public Http.Answer send(HttpRequest.Builder request) {
        return server.http().send(request);
    }

    public Http.Answer post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(Http.json(body)));
    }

    public Http.Answer get(String path) {
        return send(request(path).GET());
    }

    public HelloResponse hello() {
        return hello(null);
    }

    /** Says where this laptop stands in the feed. */
    public HelloResponse hello(@Nullable FeedCursor cursor) {
        HelloRequest request = new HelloRequest(
                device, nonce == null ? "" : nonce, user(), "test", List.of(1), 1, cursor, 0, 0, 0, now());
        HelloResponse response = post(Paths.HELLO, request).expect(200).as(HelloResponse.class);
        nonce = response.sessionNonce();
        return response;
    }

    /** Continues under another device id, as a copied laptop does. */
    public HelloResponse helloAs(DeviceId other) {
        device = other;
        nextSeq = 1;
        return hello();
    }

    /** An op with the next number. */
    public Op op(OpKind kind, RecordType type, UUID id, long baseRev, Map<String, FieldChange> set) {
        return op(nextSeq++, null, kind, type, id, baseRev, set);
    }

    public Op grouped(UUID group, OpKind kind, RecordType type, UUID id, Map<String, FieldChange> set) {
        return op(nextSeq++, group, kind, type, id, 0, set);
    }

    private Op op(
            long seq,
            @Nullable UUID group,
            OpKind kind,
            RecordType type,
            UUID id,
            long baseRev,
            Map<String, FieldChange> set) {
        return new Op(server.ids.next(), seq, group, kind, 1, type, id, baseRev, set, now(), 0, user());
    }

    public void skipNumber() {
        nextSeq++;
    }

    public void nextNumber(long next) {
        nextSeq = next;
    }

    public Op createAsset(UUID id, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("asset_no", "UPS-" + id.toString().substring(24));
        all.put("category", "ups_host");
        all.put("name", "UPS主机");
        all.putAll(fields);
        return op(OpKind.ASSET_CREATE, RecordType.ASSET, id, 0, created(all));
    }

    public Op createSite(UUID id, String code) {
        return op(
                new OpKind("site.create"), RecordType.SITE, id, 0, created(Map.of("code", code, "name", "机房" + code)));
    }

    public Op patchAsset(UUID id, long baseRev, String field, @Nullable String from, @Nullable String to) {
        return op(OpKind.ASSET_PATCH, RecordType.ASSET, id, baseRev, Map.of(field, change(from, to)));
    }

    public static FieldChange change(@Nullable String from, @Nullable String to) {
        return new FieldChange(node(from), node(to));
    }

    public static Map<String, FieldChange> created(Map<String, ?> values) {
        Map<String, FieldChange> set = new LinkedHashMap<>();
        values.forEach((name, value) -> set.put(name, new FieldChange(null, node(value))));
        return set;
    }

    public static @Nullable JsonNode node(@Nullable Object value) {
        return value == null ? null : ModelJson.mapper().valueToTree(value);
    }

    /** A message of any shape in place of an op. */
    public Http.Answer tryPushRaw(JsonNode... messages) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sessionNonce", nonce);
        body.put("ops", List.of(messages));
        return post(Paths.PUSH, body);
    }

    public List<OpResult> pushRaw(JsonNode... messages) {
        return tryPushRaw(messages).expect(200).as(PushResponse.class).results();
    }

    /** The op as it travels, to be changed at will. */
    public static ObjectNode raw(Op op) {
        return ModelJson.mapper().valueToTree(op);
    }

    public OpResult resolve(UUID conflict, @Nullable JsonNode value) {
        return push(op(
                        OpKind.CONFLICT_RESOLVE,
                        RecordType.CONFLICT,
                        conflict,
                        1,
                        Map.of("resolution", new FieldChange(null, value))))
                .getFirst();
    }

    public SnapshotPage snapshot(String after, int limit) {
        String query = "?limit=" + limit + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return get(Paths.SNAPSHOT + query).expect(200).as(SnapshotPage.class);
    }

    /** The record as the feed shows it now. */
    public Change seen(UUID id) {
        String from = "";
        Change found = null;
        boolean more = true;
        while (more) {
            ChangePage page = page(from, 500);
            for (Change change : page.changes()) {
                found = change.id().equals(id) ? change : found;
            }
            from = page.cursor().token();
            more = page.more();
        }
        return found;
    }

    public PushRequest pushRequest(Op... ops) {
        return new PushRequest(nonce, List.of(ops));
    }

    public Http.Answer tryPush(Op... ops) {
        return post(Paths.PUSH, pushRequest(ops));
    }

    public List<OpResult> push(Op... ops) {
        return tryPush(ops).expect(200).as(PushResponse.class).results();
    }

    public ChangePage page(String from, int limit) {
        String query = "?limit=" + limit + "&cursor=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
        return get(Paths.CHANGES + query).expect(200).as(ChangePage.class);
    }

    /** Everything new since the last call. */
    public List<Change> pull() {
        List<Change> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            ChangePage page = page(cursor, 50);
            all.addAll(page.changes());
            cursor = page.cursor().token();
            more = page.more();
        }
        return all;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(server.clock.instant(), ZoneOffset.ofHours(8));
    }
}
