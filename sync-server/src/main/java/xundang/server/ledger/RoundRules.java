package xundang.server.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.asset.CategoryCatalog;
import xundang.model.calendar.CalendarDay;
import xundang.model.calendar.CalendarYear;
import xundang.model.inspection.PlannedSlot;
import xundang.model.json.ModelJson;
import xundang.model.round.MarkRules;
import xundang.model.round.Occurrence;
import xundang.model.round.OccurrenceMark;
import xundang.model.round.Occurrences;
import xundang.model.round.PlanBody;
import xundang.model.round.PlanCheck;
import xundang.model.round.PlanProblem;
import xundang.model.round.PlannedAsset;
import xundang.model.round.RoundPlan;
import xundang.model.round.RoundShare;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.TemplateCatalog;
import xundang.server.platform.db.Tx;

/**
 * What plans, marks, shares and calendars must look like (计划、跳过与延期、认领、工作日历). Throws {@link OpRefusal} for content that can never
 * become acceptable.
 */
final class RoundRules {
    private static final TemplateCatalog TEMPLATES = TemplateCatalog.bundled();
    private static final int MOST_DAYS = 200;
    private static final int MOST_SLOT = 40;
    private static final int MOST_ROOM = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final RecordDao records;

    RoundRules(RecordDao records) {
        this.records = records;
    }

    /** A plan must be one that can be carried out. */
    static void checkPlan(Map<String, JsonNode> fields) {
        PlanBody plan = RoundPlan.body(fields).orElseThrow(() -> OpRefusal.invalid("巡检计划不完整或格式有误。"));
        List<PlanProblem> problems = PlanCheck.check(plan, TEMPLATES, CategoryCatalog.bundled());
        if (!problems.isEmpty()) {
            throw OpRefusal.invalid(
                    problems.stream().map(problem -> problem.in(Locale.CHINA)).collect(Collectors.joining()));
        }
        if (plan.siteId() != null && RecordRules.uuid(fields, "site_id").isEmpty()) {
            throw OpRefusal.invalid("站点编号不符合规则。");
        }
    }

    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    static void checkCalendar(Map<String, JsonNode> fields) {
        CalendarYear calendar = parse(fields, CalendarYear.class, "工作日历不完整或格式有误。");
        boolean whole = calendar.days().size() <= MOST_DAYS
                && calendar.days().stream().allMatch(day -> isWhole(day, calendar.year()))
                && calendar.days().stream().map(CalendarDay::date).distinct().count()
                        == calendar.days().size();
        if (!whole || calendar.year() < FIRST_YEAR || calendar.year() > LAST_YEAR) {
            throw OpRefusal.invalid("工作日历的日期应在同一年内、不重复，并写明放假或上班。");
        }
    }

    @SuppressWarnings("NullAway") // as above
    private static boolean isWhole(CalendarDay day, int year) {
        return day != null
                && day.date() != null
                && day.date().getYear() == year
                && day.kind() != null
                && day.name() != null;
    }

    @SuppressWarnings("NullAway") // as above
    static void checkShare(Map<String, JsonNode> fields, Author author) {
        RoundShare share = parse(fields, RoundShare.class, "认领记录不完整或格式有误。");
        boolean whole = Stream.of(
                        share.planId(), share.slot(), share.siteId(), share.userId(), share.userName(), share.at())
                .allMatch(part -> part != null);
        if (!whole
                || share.slot().length() > MOST_SLOT
                || RecordRules.uuid(fields, "site_id").isEmpty()
                || (share.place() != null && share.place().length() > MOST_ROOM)) {
            throw OpRefusal.invalid("认领记录不完整或格式有误。");
        }
        byAuthor(share.userId(), share.userName(), author);
    }

    static void checkMark(Map<String, JsonNode> fields, Author author) {
        OccurrenceMark mark = mark(fields);
        byAuthor(mark.userId(), mark.userName(), author);
    }

    @SuppressWarnings("NullAway") // as above
    private static OccurrenceMark mark(Map<String, JsonNode> fields) {
        OccurrenceMark mark = parse(fields, OccurrenceMark.class, "跳过或延期的记录不完整或格式有误。");
        boolean whole = Stream.of(
                        mark.planId(),
                        mark.assetId(),
                        mark.slot(),
                        mark.kind(),
                        mark.reason(),
                        mark.userId(),
                        mark.userName(),
                        mark.at())
                .allMatch(part -> part != null);
        if (!whole || mark.slot().length() > MOST_SLOT) {
            throw OpRefusal.invalid("跳过或延期的记录不完整或格式有误。");
        }
        return mark;
    }

    /**
     * Holds a mark against its plan as it is now. The plan must be, or have been, in the ledger; one that was changed or deleted meanwhile so
     * that it has no such occurrence any more makes the mark idle, not wrong.
     */
    void checkAgainstPlan(Tx tx, Map<String, JsonNode> fields, Batch batch) {
        OccurrenceMark mark = mark(fields);
        LedgerRecord plan = records.find(
                        tx, new RecordKey(RecordType.PLAN, mark.planId().value()), batch)
                .orElseThrow(OpRefusal::unknownRecord);
        LedgerRecord asset = records.find(
                        tx, new RecordKey(RecordType.ASSET, mark.assetId().value()), batch)
                .orElseThrow(OpRefusal::unknownRecord);
        occurrence(plan, asset, mark)
                .flatMap(found -> MarkRules.check(found, mark))
                .ifPresent(problem -> {
                    throw OpRefusal.invalid(problem.in(Locale.CHINA));
                });
    }

    private static Optional<Occurrence> occurrence(LedgerRecord plan, LedgerRecord asset, OccurrenceMark mark) {
        UUID assetId = asset.key().id();
        return RoundPlan.read(plan.key().id(), plan.fields())
                .flatMap(read -> new Occurrences(List.of(read))
                        .find(
                                PlannedAsset.of(new AssetId(assetId), asset.fields()),
                                new PlannedSlot(mark.planId(), mark.slot())));
    }

    private static void byAuthor(UserId user, String name, Author author) {
        if (!author.system() && !(user.equals(author.user()) && name.equals(author.name()))) {
            throw OpRefusal.invalid("记录上的人与登录人不是同一人。");
        }
    }

    private static <T> T parse(Map<String, JsonNode> fields, Class<T> type, String complaint) {
        try {
            return ModelJson.mapper()
                    .treeToValue(ModelJson.mapper().createObjectNode().setAll(fields), type);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            // A list that is left out fails in the record's own constructor.
            throw OpRefusal.invalid(complaint);
        }
    }
}
