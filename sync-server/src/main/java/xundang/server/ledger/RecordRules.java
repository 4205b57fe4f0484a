package xundang.server.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import xundang.model.asset.FieldConflict;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.RecordHash;
import xundang.model.json.ModelJson;
import xundang.model.photo.PhotoBody;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;
import xundang.server.platform.digest.Sha256;

/** What a record of each type must look like. Throws {@link OpRefusal} for content that can never become acceptable. */
final class RecordRules {
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}(\\.[a-z0-9_]{1,60})?");
    private static final int MAX_FIELDS = 300;
    private static final int MAX_TEXT = 20_000;
    private static final long MAX_PHOTO_BYTES = 50L * 1024 * 1024;
    private static final Set<String> PHOTO_TYPES = Set.of("image/jpeg", "image/png");
    private static final Set<String> PHOTO_POLICIES = Set.of("required", "allowed", "forbidden_with_waiver");
    private static final Set<RecordType> OF_ASSET = Set.of(
            RecordType.INSPECTION,
            RecordType.PHOTO,
            RecordType.FIELD_CONFLICT,
            RecordType.CONFLICT,
            RecordType.PLAN,
            RecordType.ROUND_MARK);

    private static final Set<RecordType> APPEND_ONLY =
            Set.of(RecordType.INSPECTION, RecordType.PHOTO, RecordType.ROUND_MARK, RecordType.ROUND_SHARE);

    /** Fields that a record can never be without, by record type. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            RecordType.ASSET.name(), List.of("asset_no", "category", "name"),
            RecordType.SITE.name(), List.of("code", "name"),
            RecordType.PROJECT.name(), List.of("name"),
            RecordType.PLAN.name(), List.of("name", "template_id", "starts_on"),
            RecordType.CALENDAR.name(), List.of("source"),
            RecordType.FIELD_CONFLICT.name(), List.of("field", "state"));

    private static final Set<String> DOUBT_STATES = Set.of("open", "settled");

    private final Predicate<String> knownCategory;

    RecordRules(Predicate<String> knownCategory) {
        this.knownCategory = knownCategory;
    }

    /** Whether records of that type are never changed once written. */
    static boolean appendOnly(RecordType type) {
        return APPEND_ONLY.contains(type);
    }

    /** The object that a record belongs to, when its type has one. */
    static @Nullable UUID assetOf(RecordType type, Map<String, JsonNode> fields) {
        return OF_ASSET.contains(type) ? uuid(fields, "asset_id").orElse(null) : null;
    }

    /** The site that an object stands at: its scope. */
    static String scopeOfAsset(Map<String, JsonNode> fields) {
        return uuid(fields, "site_id").map(UUID::toString).orElse(Scopes.NO_SITE);
    }

    void checkShape(Op op) {
        if (op.set().size() > MAX_FIELDS) {
            throw OpRefusal.invalid("字段太多。");
        }
        checkValues(op.set());
    }

    /** Checks names and texts, whatever the record's type. */
    void checkValues(Map<String, FieldChange> set) {
        set.forEach(RecordRules::checkField);
    }

    private static void checkField(String name, @Nullable FieldChange change) {
        if (!FIELD_NAME.matcher(name).matches() || change == null) {
            throw OpRefusal.invalid("字段名“" + name.substring(0, Math.min(name.length(), 60)) + "”不符合规则。");
        }
        if (!NumberLimits.kept(change.from()) || !NumberLimits.kept(change.to())) {
            throw OpRefusal.invalid("字段“" + name + "”里的数超过 " + NumberLimits.PLACES + " 位。");
        }
        if (change.to() != null) {
            checkTexts(name, change.to());
        }
    }

    private static void checkTexts(String name, JsonNode value) {
        if (value.isContainer()) {
            value.forEach(inner -> checkTexts(name, inner));
        }
        if (value.isString() && value.stringValue().length() > MAX_TEXT) {
            throw OpRefusal.invalid("字段“" + name + "”超过 " + MAX_TEXT + " 字。");
        }
        if (value.isString() && value.stringValue().indexOf('\0') >= 0) {
            throw OpRefusal.invalid("字段“" + name + "”含有不可见的控制字符。");
        }
    }

    /** Checks a patch by itself, without the record: what is wrong here was wrong when its author made it. */
    void checkOwn(RecordType type, Map<String, FieldChange> set) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        set.forEach((field, change) -> {
            JsonNode to = change.to();
            values.put(field, to == null ? NullNode.getInstance() : to);
        });
        for (String name : REQUIRED.getOrDefault(type.name(), List.of())) {
            if (values.containsKey(name)) {
                required(values, name);
            }
        }
        if (type.equals(RecordType.ASSET)) {
            checkCategory(values);
            checkSiteId(values);
        }
        if (type.equals(RecordType.SITE)) {
            checkPhotoPolicy(values);
        }
        if (type.equals(RecordType.FIELD_CONFLICT)) {
            checkDoubt(values);
        }
        if (type.equals(RecordType.PLAN) && values.containsKey("asset_id")) {
            throw OpRefusal.invalid("计划是哪台设备的不能修改，请另建计划。");
        }
        if (type.equals(RecordType.CALENDAR) && values.containsKey("year")) {
            throw OpRefusal.invalid("日历的年份不能修改。");
        }
    }

    private static void checkDoubt(Map<String, JsonNode> values) {
        if (values.containsKey("asset_id")) {
            throw OpRefusal.invalid("存疑字段属于哪台设备不能修改。");
        }
        if (values.containsKey("state") && !DOUBT_STATES.contains(text(values, "state"))) {
            throw OpRefusal.invalid("字段存疑的状态只有待核实和已核实。");
        }
        JsonNode candidates = values.get("candidates");
        if (candidates != null
                && (candidates.isEmpty() || !candidates.valueStream().allMatch(RecordRules::isSourced))) {
            throw OpRefusal.invalid("字段存疑须写明各来源的说法。");
        }
    }

    private static boolean isSourced(JsonNode candidate) {
        return candidate.path("source").isString() && candidate.has("value");
    }

    /** Checks a whole record as it would be stored. */
    void checkRecord(RecordType type, UUID id, Map<String, JsonNode> fields, Author author) {
        switch (type.name()) {
            case "asset" -> checkAsset(fields);
            case "site" -> {
                requiredOf(type, fields);
                checkPhotoPolicy(fields);
            }
            case "project" -> requiredOf(type, fields);
            case "field_conflict" -> {
                requiredOf(type, fields);
                ofAsset(fields);
                checkFieldConflict(fields);
            }
            case "inspection" -> checkInspection(fields, author);
            case "photo" -> checkPhoto(fields, author);
            case "plan" -> {
                requiredOf(type, fields);
                RoundRules.checkPlan(fields);
            }
            case "calendar" -> {
                requiredOf(type, fields);
                RoundRules.checkCalendar(fields);
            }
            case "round_mark" -> {
                ofAsset(fields);
                RoundRules.checkMark(fields, author);
            }
            case "round_share" -> RoundRules.checkShare(fields, author);
            default -> throw new IllegalArgumentException("no rules for records of type " + type + ", id " + id);
        }
    }

    private void checkAsset(Map<String, JsonNode> fields) {
        requiredOf(RecordType.ASSET, fields);
        checkCategory(fields);
        checkSiteId(fields);
    }

    private void checkCategory(Map<String, JsonNode> fields) {
        if (fields.containsKey("category") && !knownCategory.test(text(fields, "category"))) {
            throw OpRefusal.invalid("不认识的设备类别“" + text(fields, "category") + "”。");
        }
    }

    private static void checkSiteId(Map<String, JsonNode> fields) {
        if (!JsonValues.isNothing(fields.get("site_id"))
                && uuid(fields, "site_id").isEmpty()) {
            throw OpRefusal.invalid("站点编号不符合规则。");
        }
    }

    private static void checkPhotoPolicy(Map<String, JsonNode> fields) {
        if (!JsonValues.isNothing(fields.get("photo_policy"))
                && !PHOTO_POLICIES.contains(text(fields, "photo_policy"))) {
            throw OpRefusal.invalid("不认识的拍照规定。");
        }
    }

    private static void requiredOf(RecordType type, Map<String, JsonNode> fields) {
        required(fields, REQUIRED.getOrDefault(type.name(), List.of()).toArray(String[]::new));
    }

    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    private static void checkFieldConflict(Map<String, JsonNode> fields) {
        FieldConflict body = parse(fields, FieldConflict.class, "字段存疑的内容不完整或格式有误。");
        boolean sourced = body.candidates().stream().allMatch(candidate -> candidate.source() != null);
        if (body.state() == null || body.candidates().isEmpty() || !sourced) {
            throw OpRefusal.invalid("字段存疑须写明各来源的说法。");
        }
    }

    /**
     * A new inspection of which everything is checked that needs neither the ledger nor its author. That is most of the work of a push and
     * is done before the transaction begins, while others write. Empty when anything is wrong: {@link #checkShape} and {@link #checkRecord}
     * then say what.
     */
    static Optional<InspectionBody> soundInspection(Op op) {
        if (!op.kind().equals(OpKind.INSPECTION_CREATE)
                || !op.recType().equals(RecordType.INSPECTION)
                || op.set().size() > MAX_FIELDS) {
            return Optional.empty();
        }
        try {
            op.set().forEach(RecordRules::checkField);
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            op.set().forEach((field, change) -> ThreeWayMerge.put(fields, field, change.to()));
            InspectionBody body = inspection(fields);
            checkHash(fields, body);
            return Optional.of(body);
        } catch (OpRefusal saidLater) {
            return Optional.empty();
        }
    }

    private static void checkInspection(Map<String, JsonNode> fields, Author author) {
        InspectionBody body = inspection(fields);
        checkSigner(body, author);
        checkHash(fields, body);
    }

    private static InspectionBody inspection(Map<String, JsonNode> fields) {
        required(fields, "template_id", "inspector_id", "inspector_name", "device_id", "verdict", "record_hash");
        ofAsset(fields);
        return parse(fields, InspectionBody.class, "巡检记录不完整或格式有误。");
    }

    /** Whoever sends an inspection must be the one who signed it, on a laptop of theirs. */
    static void checkSigner(InspectionBody body, Author author) {
        if (!author.system() && !body.inspectorId().equals(author.user())) {
            throw OpRefusal.invalid("巡检人与登录人不是同一人。");
        }
        signedAs(body.inspectorName(), author);
        if (!author.system() && !author.ownDevice().test(body.deviceId())) {
            throw OpRefusal.invalid("巡检所用的电脑登记在别人名下。");
        }
    }

    private static void checkHash(Map<String, JsonNode> fields, InspectionBody body) {
        if (!RecordHash.of(ModelJson.mapper().createObjectNode().setAll(fields)).equals(body.recordHash())) {
            throw OpRefusal.invalid("巡检记录与它的校验值不符，内容可能在途中或电脑上被改过。");
        }
    }

    private static void checkPhoto(Map<String, JsonNode> fields, Author author) {
        required(fields, "sha256", "mime", "person_id", "person_name");
        ofAsset(fields);
        PhotoBody body = parse(fields, PhotoBody.class, "照片信息不完整或格式有误。");
        if (!Sha256.isHex(body.sha256())) {
            throw OpRefusal.invalid("照片校验值不符合规则。");
        }
        if (body.size() < 1 || body.size() > MAX_PHOTO_BYTES) {
            throw OpRefusal.invalid("照片为空或超过 50 MB。");
        }
        if (!PHOTO_TYPES.contains(body.mime())) {
            throw OpRefusal.invalid("只接受 JPEG 或 PNG 照片。");
        }
        if (!author.system() && !body.personId().equals(author.user())) {
            throw OpRefusal.invalid("拍照人与登录人不是同一人。");
        }
        signedAs(body.personName(), author);
    }

    /** Everybody who reads the record takes the name in it for the person: it must be the one that the account has. */
    private static void signedAs(String name, Author author) {
        if (!author.system() && !name.equals(author.name())) {
            throw OpRefusal.invalid("记录上的姓名与账号的姓名不一致。");
        }
    }

    /** Without an object it would have no scope, and everybody could see it. */
    private static void ofAsset(Map<String, JsonNode> fields) {
        if (uuid(fields, "asset_id").isEmpty()) {
            throw OpRefusal.invalid("没有写明是哪台设备。");
        }
    }

    private static <T> T parse(Map<String, JsonNode> fields, Class<T> type, String complaint) {
        try {
            return ModelJson.mapper()
                    .treeToValue(ModelJson.mapper().createObjectNode().setAll(fields), type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw OpRefusal.invalid(complaint);
        }
    }

    private static void required(Map<String, JsonNode> fields, String... names) {
        for (String name : names) {
            if (text(fields, name).isBlank()) {
                throw OpRefusal.invalid("必填项“" + name + "”为空。");
            }
        }
    }

    private static String text(Map<String, JsonNode> fields, String name) {
        JsonNode node = fields.get(name);
        return node != null && node.isString() ? node.stringValue() : "";
    }

    static Optional<UUID> uuid(Map<String, JsonNode> fields, String name) {
        try {
            String text = text(fields, name);
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
