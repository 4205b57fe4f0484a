package xundang.bench;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.desktop.sync.BlobPart;
import xundang.desktop.sync.SyncApi;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Limits;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.RecordType;
import xundang.model.sync.SnapshotPage;

/**
 * A server that has nothing to do but to hand out a ledger of generated assets (示例), page by page, as JSON made beforehand: what the laptop
 * does with it, parsing included, is all that takes time.
 */
final class LedgerSource implements SyncApi {
    static final int PAGE = Limits.DEFAULT.page();
    private static final FeedCursor CURSOR = new FeedCursor("bench");
    private static final UUID EPOCH = new UUID(0x0190_0000_0000_7000L, 1);

    private final List<byte[]> pages;

    private LedgerSource(List<byte[]> pages) {
        this.pages = pages;
    }

    static LedgerSource of(int assets) {
        Uuid7Source ids = new Uuid7Source(Clock.systemUTC(), new SecureRandom());
        List<UUID> sites = Stream.generate(ids::next).limit(100).toList();
        List<byte[]> pages = new ArrayList<>();
        for (int from = 0; from < assets; from += PAGE) {
            int end = Math.min(assets, from + PAGE);
            List<Change> records = IntStream.range(from, end)
                    .mapToObj(i -> put(ids.next(), i, sites.get(i / 40 % sites.size())))
                    .toList();
            String after = end < assets ? Integer.toString(pages.size() + 1) : null;
            pages.add(ModelJson.mapper().writeValueAsBytes(new SnapshotPage(records, after, CURSOR, assets)));
        }
        return new LedgerSource(pages);
    }

    private static Change put(UUID id, int i, UUID site) {
        Map<String, JsonNode> fields =
                ModelJson.mapper().convertValue(asset(i, site), new TypeReference<Map<String, JsonNode>>() {});
        return new Change(0, Change.ChangeOp.PUT, RecordType.ASSET, id, site.toString(), i + 1L, fields);
    }

    /** Of the size and the fields of what the import of the UPS ledger (UPS 台账) makes. */
    private static ObjectNode asset(int i, UUID site) {
        ObjectNode asset = ModelJson.mapper().createObjectNode();
        asset.put("asset_no", "UPS-%06d".formatted(i))
                .put("category", "ups_host")
                .put("name", "示例不间断电源主机 " + i)
                .put("brand", "示例品牌")
                .put("model", "M" + i % 40 + "-" + i % 7 + "0K")
                .put("serial_no", "SN" + (1_000_000_007L * (i + 1)) % 9_999_999_967L)
                .put("site_id", site.toString())
                .put("site", "示例机房 " + i / 40 % 100)
                .put("building", (char) ('A' + i % 5) + " 楼")
                .put("floor", Integer.toString(1 + i % 20))
                .put("room", "%d%02d".formatted(1 + i % 20, i % 30))
                .put("user_unit", "示例科室 " + i % 50)
                .put("install_date", "20%02d-%02d".formatted(10 + i % 15, 1 + i % 12))
                .put("date_precision", "month")
                .put("state", "in_service")
                .put("attr.rated_kva", 10 * (1 + i % 20))
                .put("attr.phases", i % 3 == 0 ? "1" : "3")
                .put("source", "示例.csv:" + i)
                .put("import_key", "ups:" + i)
                .put("sample", true);
        return asset;
    }

    @Override
    public HelloResponse hello(HelloRequest request) {
        return new HelloResponse(
                1,
                EPOCH,
                0,
                request.lastOpSeqMade(),
                0,
                List.of("*"),
                new HelloResponse.Schema(1, Map.of()),
                Limits.DEFAULT,
                OffsetDateTime.now(Clock.systemUTC()),
                60,
                "bench",
                null);
    }

    @Override
    public SnapshotPage snapshot(@Nullable String after, int limit) {
        byte[] page = pages.get(after == null ? 0 : Integer.parseInt(after));
        return ModelJson.mapper().readValue(page, SnapshotPage.class);
    }

    @Override
    public ChangePage changes(@Nullable FeedCursor cursor, int limit) {
        return new ChangePage(List.of(), CURSOR, false, 0);
    }

    @Override
    public PushResponse push(PushRequest request) {
        throw notAsked();
    }

    @Override
    public BlobStatus queryBlobs(BlobQuery query) {
        throw notAsked();
    }

    @Override
    public String createUpload(String sha256, long size, String mime) {
        throw notAsked();
    }

    @Override
    public long uploadOffset(String upload) {
        throw notAsked();
    }

    @Override
    public long sendChunk(String upload, long offset, byte[] chunk) {
        throw notAsked();
    }

    @Override
    public BlobPart blob(String sha256, long offset, int length) {
        throw notAsked();
    }

    @Override
    public void abort() {
        // No call is ever in flight when somebody else has the turn.
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("a first sync does not ask this");
    }
}
