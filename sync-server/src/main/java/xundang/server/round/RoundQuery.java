package xundang.server.round;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.json.ModelJson;
import xundang.model.round.Answer;
import xundang.model.round.Occurrence;
import xundang.model.round.OccurrenceMark;
import xundang.model.round.OccurrenceState;
import xundang.model.round.Occurrences;
import xundang.model.round.Period;
import xundang.model.round.PlannedAsset;
import xundang.model.round.RecordedMark;
import xundang.model.round.RoundFacts;
import xundang.model.round.RoundPlan;
import xundang.model.round.Standings;
import xundang.model.sync.RecordType;
import xundang.server.ledger.LedgerRecord;
import xundang.server.ledger.LedgerService;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;

/** Where the rounds of a period stand, within somebody's scopes. Reads only; computes with the same rules as every laptop. */
public final class RoundQuery {
    private static final Logger LOG = LoggerFactory.getLogger(RoundQuery.class);

    /** An inspection's id tells when it was begun, by its laptop's clock, which may be wrong by as much. */
    private static final Duration CLOCK_SLACK = Duration.ofDays(45);

    private static final List<String> READ = List.of(
            "asset_id",
            "template_id",
            "template_version",
            "planned_for",
            "occurrence",
            "started_at",
            "submitted_at",
            "inspector_id",
            "inspector_name",
            "device_id",
            "clock_offset_ms",
            "observed",
            "verdict",
            "record_hash");

    /**
     * What is due in a period.
     *
     * @param states where each occurrence stands now
     * @param assets the records of the objects, by id
     * @param sites names of the sites, by id in text form
     */
    public record Rounds(
            List<OccurrenceState> states, Map<AssetId, LedgerRecord> assets, Map<String, String> sites, Instant now) {}

    private final ServerDatabase database;
    private final LedgerService ledger;
    private final InstantSource clock;

    public RoundQuery(ServerDatabase database, LedgerService ledger, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All plans of the ledger that can be computed with, in the order of their ids. */
    public List<RoundPlan> plans() {
        return database.read(this::plans);
    }

    /** The rounds of these days; demonstration objects (示例) are left out. */
    public Rounds of(Period period, Scopes scopes) {
        return database.read(tx -> rounds(tx, period, scopes));
    }

    private List<RoundPlan> plans(Tx tx) {
        List<RoundPlan> plans = new ArrayList<>();
        ledger.records()
                .ofType(tx, RecordType.PLAN)
                .forEach(record ->
                        RoundPlan.read(record.key().id(), record.fields()).ifPresent(plans::add));
        return plans;
    }

    private Rounds rounds(Tx tx, Period period, Scopes scopes) {
        Map<AssetId, LedgerRecord> assets = new HashMap<>();
        List<PlannedAsset> planned = new ArrayList<>();
        for (LedgerRecord record : ledger.records().ofType(tx, RecordType.ASSET)) {
            if (scopes.mayRead(record.scope()) && !isSample(record)) {
                AssetId id = new AssetId(record.key().id());
                assets.put(id, record);
                planned.add(PlannedAsset.of(id, record.fields()));
            }
        }
        Occurrences all = new Occurrences(plans(tx));
        List<Occurrence> due = all.dueIn(period, planned);
        Instant now = clock.instant();
        List<OccurrenceState> states = Standings.of(all, due, facts(tx, due, assets), now);
        return new Rounds(states, assets, sites(tx), now);
    }

    private static boolean isSample(LedgerRecord record) {
        return BooleanNode.TRUE.equals(record.fields().get("sample"));
    }

    private Map<String, String> sites(Tx tx) {
        Map<String, String> sites = new HashMap<>();
        ledger.records()
                .ofType(tx, RecordType.SITE)
                .forEach(site ->
                        sites.put(site.key().id().toString(), site.text("name").orElse("")));
        return sites;
    }

    private RoundFacts facts(Tx tx, Collection<Occurrence> due, Map<AssetId, LedgerRecord> assets) {
        if (due.isEmpty()) {
            return RoundFacts.NONE;
        }
        Instant from = due.stream()
                .map(occurrence -> occurrence.window().opens())
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(CLOCK_SLACK);
        Instant to = due.stream()
                .map(occurrence -> occurrence.window().closes())
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(CLOCK_SLACK);
        List<Answer> answers =
                read(ledger.records().madeBetween(tx, RecordType.INSPECTION, from, to), assets, RoundQuery::answer);
        List<RecordedMark> marks = read(
                ledger.records().ofType(tx, RecordType.ROUND_MARK),
                assets,
                record -> new RecordedMark(
                        record.key().id(), ModelJson.mapper().convertValue(record.fields(), OccurrenceMark.class)));
        return new RoundFacts(answers, List.of(), marks);
    }

    /** What can be read; one bad record must not hide all the others. */
    private static <T> List<T> read(
            List<LedgerRecord> records, Map<AssetId, LedgerRecord> assets, Function<LedgerRecord, T> reader) {
        List<T> all = new ArrayList<>();
        for (LedgerRecord record : records) {
            UUID asset = record.assetId();
            if (asset != null && assets.containsKey(new AssetId(asset))) {
                try {
                    all.add(reader.apply(record));
                } catch (JacksonException | IllegalArgumentException e) {
                    LOG.warn(
                            "{} {} does not count: {}",
                            record.key().type(),
                            record.key().id(),
                            e.getClass().getSimpleName());
                }
            }
        }
        return all;
    }

    /** The head of an inspection; its readings, most of it, are not looked at. */
    private static Answer answer(LedgerRecord record) {
        var head = ModelJson.mapper().createObjectNode();
        for (String field : READ) {
            JsonNode value = record.fields().get(field);
            if (value != null) {
                head.set(field, value);
            }
        }
        head.putArray("readings");
        InspectionBody body = ModelJson.mapper().treeToValue(head, InspectionBody.class);
        return Answer.of(new InspectionId(record.key().id()), body);
    }
}
