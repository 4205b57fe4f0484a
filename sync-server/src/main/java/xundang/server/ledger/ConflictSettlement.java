package xundang.server.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import xundang.model.account.Role;
import xundang.model.json.ModelJson;
import xundang.model.sync.ConflictBody;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordKey;
import xundang.server.platform.db.Tx;

/**
 * Settles an open conflict: the op's {@code resolution} says what shall stand. An asset manager (资产管理员) may choose anything that the
 * ledger's rules allow; the author of the value that was kept beside may only give way to the ledger's. A decision about something that
 * has changed again since is not carried out: the conflict then shows the new value and stays open.
 */
final class ConflictSettlement {
    /** A conflict under decision. */
    record Case(
            Op op,
            Author author,
            LedgerRecord conflict,
            ConflictBody body,
            LedgerRecord about,
            @Nullable JsonNode chosen) {}

    /** What a decision led to: settled with what it opened elsewhere, or still open because the ledger has moved on. */
    sealed interface Decision {
        /** It stands. */
        record Done(List<UUID> opened) implements Decision {}

        /** The conflict as it is now. */
        record Again(LedgerRecord conflict) implements Decision {}
    }

    private final RecordDao records;
    private final ConflictRecords conflicts;
    private final ValueDecision values;
    private final ExistenceDecision existence;
    private final NumberDecision numbers;

    ConflictSettlement(
            RecordDao records,
            ConflictRecords conflicts,
            ValueDecision values,
            ExistenceDecision existence,
            NumberDecision numbers) {
        this.records = records;
        this.conflicts = conflicts;
        this.values = values;
        this.existence = existence;
        this.numbers = numbers;
    }

    OpApplier.Outcome settle(Tx tx, Op op, Author author, LedgerRecord conflict, Batch batch) {
        FieldChange change = op.set().get("resolution");
        if (change == null) {
            throw OpRefusal.invalid("没有给出处理结果。");
        }
        JsonNode chosen = JsonValues.isNothing(change.to()) ? null : change.to();
        if (conflict.text("state").filter(ConflictBody.SETTLED::equals).isPresent()) {
            if (JsonValues.same(conflict.fields().get("resolution"), chosen)) {
                return new OpApplier.Outcome(OpStatus.NOOP, conflict.rev(), List.of());
            }
            throw OpRefusal.rejected(
                    "conflict-settled", "E-OP-410", "Already settled", "这处分歧已由他人处理。您的选择没有保存到台账，本机上仍保留。请核对现在的值。");
        }
        ConflictBody body = body(conflict);
        checkMayDecide(author, body, chosen);
        LedgerRecord about =
                records.find(tx, new RecordKey(body.recType(), body.recId())).orElseThrow(OpRefusal::unknownRecord);
        Case open = new Case(op, author, conflict, body, about, chosen);
        return switch (decide(tx, open, batch)) {
            case Decision.Again again ->
                new OpApplier.Outcome(
                        OpStatus.CONFLICT,
                        again.conflict().rev(),
                        List.of(conflict.key().id()));
            case Decision.Done done -> close(tx, open, done.opened(), batch);
        };
    }

    private Decision decide(Tx tx, Case open, Batch batch) {
        boolean whole = open.body().field().equals(ConflictBody.WHOLE_RECORD);
        return switch (open.body().kind()) {
            case "edit", "rule" -> whole ? new Decision.Done(List.of()) : values.decide(tx, open, batch);
            case "delete" -> existence.decide(tx, open, batch);
            case "duplicate" -> numbers.decide(tx, open, batch);
            default ->
                throw new IllegalStateException(
                        "no such kind of conflict: " + open.body().kind());
        };
    }

    private static void checkMayDecide(Author author, ConflictBody body, @Nullable JsonNode chosen) {
        if (author.system() || author.role() == Role.ASSET_MANAGER) {
            return;
        }
        boolean own = Objects.equals(body.userId(), author.user().value());
        if (!own || !JsonValues.same(chosen, body.server())) {
            throw OpRefusal.notAllowed("您可以放弃自己的修改、采用台账现在的值；其他处理须由资产管理员决定。");
        }
    }

    /** The record is read again: when its object has moved to another site, the conflict has moved with it. */
    private OpApplier.Outcome close(Tx tx, Case open, List<UUID> opened, Batch batch) {
        LedgerRecord now = records.find(tx, open.conflict().key()).orElseThrow();
        Map<String, JsonNode> fields = new LinkedHashMap<>(now.fields());
        fields.put("state", ModelJson.mapper().getNodeFactory().stringNode(ConflictBody.SETTLED));
        ThreeWayMerge.put(fields, "resolution", open.chosen());
        LedgerRecord settled = conflicts.write(tx, now, fields, batch);
        return new OpApplier.Outcome(opened.isEmpty() ? OpStatus.APPLIED : OpStatus.CONFLICT, settled.rev(), opened);
    }

    private static ConflictBody body(LedgerRecord conflict) {
        try {
            return ModelJson.mapper().convertValue(conflict.fields(), ConflictBody.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("conflict " + conflict.key().id() + " cannot be read", e);
        }
    }
}
