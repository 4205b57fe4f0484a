package xundang.server.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import xundang.model.account.Role;
import xundang.model.asset.AssetId;
import xundang.model.inspection.Addenda;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.AddendumId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.RecordHash;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.FormEngine;
import xundang.model.template.FormSlot;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateCatalog;
import xundang.model.template.TemplateItem;
import xundang.server.platform.db.Tx;

/**
 * What an addendum (更正、补充) of a submitted inspection must be like. The inspection itself is never touched: its author, whoever inspects at
 * the same site, and the asset manager may add a correction beside it, with a reason and in their own name.
 */
final class AddendumRules {
    private static final TemplateCatalog TEMPLATES = TemplateCatalog.bundled();

    private final RecordDao records;
    private final FormEngine engine = new FormEngine();

    AddendumRules(RecordDao records) {
        this.records = records;
    }

    /** The inspection that an addendum names, if the op is one: it must not change under it. */
    static Optional<RecordKey> inspectionOf(Op op) {
        if (!op.recType().equals(RecordType.INSPECTION_ADDENDUM)) {
            return Optional.empty();
        }
        FieldChange named = op.set().get("inspection_id");
        return Optional.ofNullable(named)
                .map(FieldChange::to)
                .flatMap(id -> RecordRules.uuid(Map.of("id", id), "id"))
                .map(id -> new RecordKey(RecordType.INSPECTION, id));
    }

    /** Checks an addendum by itself: complete, in its author's own name, unchanged on its way. */
    static void checkRecord(Map<String, JsonNode> fields, Author author) {
        RecordRules.required(
                fields,
                "inspection_id",
                "inspection_hash",
                "reason",
                "author_id",
                "author_name",
                "device_id",
                "addendum_hash");
        RecordRules.ofAsset(fields);
        AddendumBody body = read(fields);
        checkSelf(body);
        if (!author.system() && !body.authorId().equals(author.user())) {
            throw OpRefusal.invalid("更正人与登录人不是同一人。");
        }
        RecordRules.signedAs(body.authorName(), author);
        if (!author.system() && !author.ownDevice().test(body.deviceId())) {
            throw OpRefusal.invalid("更正所用的电脑登记在别人名下。");
        }
        if (!RecordHash.ofAddendum(ModelJson.mapper().createObjectNode().setAll(fields))
                .equals(body.addendumHash())) {
            throw OpRefusal.invalid("更正与它的校验值不符，内容可能在途中或电脑上被改过。");
        }
    }

    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    private static void checkSelf(AddendumBody body) {
        if (body.madeAt() == null || body.follows() == null || body.reason().length() > AddendumBody.MAX_REASON) {
            throw OpRefusal.invalid("更正缺少时间，或理由超过 " + AddendumBody.MAX_REASON + " 字。");
        }
        Reading to = body.to();
        if (to == null) {
            if (body.from() != null || !body.follows().isEmpty()) {
                throw OpRefusal.invalid("更正没有写明改成什么。");
            }
            return;
        }
        if (body.slot() == null || !isWhole(to) || !to.slot().equals(body.slot())) {
            throw OpRefusal.invalid("更正没有写明是哪一项。");
        }
        boolean sameRow = body.from() == null || body.slot().equals(body.from().slot());
        if (!sameRow || Addenda.sameAnswer(body.from(), to)) {
            throw OpRefusal.invalid("更正前后是同一个值，或不是同一项。");
        }
        if (!body.follows().stream().allMatch(AddendumRules::isWhole)) {
            throw OpRefusal.invalid("更正的内容不完整。");
        }
    }

    @SuppressWarnings("NullAway") // as above
    private static boolean isWhole(Reading reading) {
        return reading.slot() != null
                && reading.photos() != null
                && reading.verdict() != null
                && reading.recordedAt() != null;
    }

    /** Checks it against what the ledger holds. Throws {@link OpRefusal}. */
    void checkAgainstLedger(Tx tx, Map<String, JsonNode> fields, Author author, Batch batch) {
        AddendumBody body = read(fields);
        LedgerRecord record = records.find(
                        tx,
                        new RecordKey(RecordType.INSPECTION, body.inspectionId().value()),
                        batch)
                .orElseThrow(() -> OpRefusal.invalid("要更正的巡检记录不在服务器上。"));
        if (record.deleted() || !body.assetId().value().equals(record.assetId())) {
            throw OpRefusal.invalid("要更正的巡检记录不是这台设备的。");
        }
        InspectionBody inspection = RecordRules.parse(record.fields(), InspectionBody.class, "要更正的巡检记录服务器读不出来。");
        if (!inspection.recordHash().equals(body.inspectionHash())) {
            throw OpRefusal.invalid("更正所依据的巡检记录与服务器上的不同。");
        }
        if (author.role() == Role.AUDITOR
                && !author.system()
                && !inspection.inspectorId().equals(author.user())) {
            throw OpRefusal.notAllowed("抽查人员只能更正自己的记录。");
        }
        SlotId slot = body.slot();
        if (slot != null) {
            checkRow(body, slot, inspection, before(tx, body.assetId(), body));
        }
    }

    private void checkRow(AddendumBody body, SlotId slot, InspectionBody inspection, List<Addenda.Known> before) {
        Optional<TemplateItem> item = TEMPLATES
                .find(inspection.templateId(), inspection.templateVersion())
                .flatMap(template -> template.items().stream()
                        .filter(one -> one.id().equals(slot.item()))
                        .findFirst());
        boolean known = TEMPLATES
                .find(inspection.templateId(), inspection.templateVersion())
                .isPresent();
        if (known && item.isEmpty()) {
            throw OpRefusal.invalid("这张表没有项目“" + slot.item() + "”。");
        }
        Reading to = body.to();
        if (to == null) {
            return;
        }
        if (item.isPresent() && !fits(item.get(), slot, to.value())) {
            throw OpRefusal.invalid("更正的值不是这一项的类型。");
        }
        if (!Addenda.everStood(body.from(), slot, inspection.readings(), before)) {
            throw OpRefusal.invalid("更正前的值与服务器上的记录不一致，请重新打开记录再更正。");
        }
    }

    /** A computed row is corrected by what it follows from, and a signature is not corrected at all. */
    private boolean fits(TemplateItem item, SlotId slot, @Nullable ReadingValue value) {
        return switch (item.kind()) {
            case COMPUTED, SIGNATURE, PHOTO -> false;
            case YES_NO, CHOICE, MULTI_CHOICE, NUMBER, TEXT, DATE, DATE_TIME, ASSET, TABLE, JAR_TABLE ->
                value == null || engine.fits(new FormSlot(slot, 1, item, null, null), value);
        };
    }

    private List<Addenda.Known> before(Tx tx, AssetId asset, AddendumBody body) {
        List<Addenda.Known> before = new ArrayList<>();
        for (LedgerRecord record : records.ofAsset(tx, asset.value(), RecordType.INSPECTION_ADDENDUM)) {
            known(record)
                    .filter(known -> known.body().inspectionId().equals(body.inspectionId()))
                    .ifPresent(before::add);
        }
        return before;
    }

    /** What an addendum in the ledger says; empty for one of a later program. */
    private static Optional<Addenda.Known> known(LedgerRecord record) {
        try {
            AddendumBody body = ModelJson.mapper()
                    .treeToValue(ModelJson.mapper().createObjectNode().setAll(record.fields()), AddendumBody.class);
            return Optional.of(new Addenda.Known(new AddendumId(record.key().id()), body));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static AddendumBody read(Map<String, JsonNode> fields) {
        return RecordRules.parse(new LinkedHashMap<>(fields), AddendumBody.class, "更正不完整或格式有误。");
    }
}
