package xundang.desktop.inspection;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.inspection.store.AnswerStore;
import xundang.desktop.inspection.store.InspectionStore;
import xundang.desktop.platform.db.Tx;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.round.Answer;
import xundang.model.round.BegunWork;
import xundang.model.template.FormEngine;
import xundang.model.template.FormSlot;
import xundang.model.template.SlotId;

/** What other features ask about inspections: what was submitted, what is begun, and what changed since they last asked. Store thread only. */
public final class InspectionFacts {
    private final InspectionStore inspections;
    private final AnswerStore answers;
    private final DraftAssets assets;
    private final DraftReader drafts;
    private final FormEngine engine = new FormEngine();

    InspectionFacts(InspectionStore inspections, DraftAssets assets, DraftReader drafts) {
        this.inspections = inspections;
        this.answers = new AnswerStore();
        this.assets = assets;
        this.drafts = drafts;
    }

    /**
     * A draft of this laptop.
     *
     * @param inspector who began it
     */
    public record OpenDraft(BegunWork work, UserId inspector, String inspectorName) {
        public InspectionId id() {
            return new InspectionId(work.id());
        }
    }

    /**
     * How far a draft is.
     *
     * @param answered slots answered
     */
    public record Filled(int answered, int slots) {}

    /** Submitted inspections with these forms, each begun at or after its form's moment. */
    public List<Answer> submitted(Tx tx, Map<String, Instant> since) {
        return answers.since(tx, since);
    }

    /** Submitted inspections of one object, of whatever form, begun at or after that moment. */
    public List<Answer> submitted(Tx tx, AssetId asset, Instant since) {
        return answers.of(tx, asset, since);
    }

    /** When each object was first inspected, as far as this laptop knows; by the laptops' own clocks. */
    public Map<AssetId, Instant> firstBegun(Tx tx) {
        return answers.firstBegun(tx);
    }

    /** Everybody's drafts on this laptop, newest first. */
    public List<OpenDraft> drafts(Tx tx, long clockOffsetMs) {
        return inspections.drafts(tx).stream()
                .sorted(InspectionRow.NEWEST_FIRST)
                .map(row -> new OpenDraft(
                        new BegunWork(
                                row.id().value(),
                                row.asset(),
                                row.templateId(),
                                row.occurrence(),
                                Answer.corrected(row.startedAt(), clockOffsetMs)),
                        row.inspector(),
                        row.inspectorName()))
                .toList();
    }

    /** How far a draft is; nothing where the form or the object is not here, as after a rebuild. */
    public Filled filled(Tx tx, InspectionId id) {
        Draft draft;
        try {
            draft = drafts.open(tx, id).draft();
        } catch (NoSuchElementException notHere) {
            return new Filled(0, 0);
        }
        List<SlotId> slots = draft.form().slots().stream().map(FormSlot::id).toList();
        Set<SlotId> gaps =
                Set.copyOf(engine.completeness(draft.form(), draft.readings()).unanswered());
        int answered = (int) slots.stream()
                .filter(slot -> draft.readings().containsKey(slot) && !gaps.contains(slot))
                .count();
        return new Filled(answered, slots.size());
    }

    /** The object of a draft, also where the ledger has not come again yet. */
    public Optional<AssetSummary> asset(Tx tx, AssetId id) {
        return assets.summary(tx, id);
    }

    /**
     * Objects whose inspections changed since this was last asked.
     *
     * @param assets null when they cannot be told one by one
     */
    public record Changed(@Nullable Set<AssetId> assets) {}

    /** What changed; asked by one feature only. */
    public Changed changed(Tx tx) {
        Set<AssetId> touched = inspections.takeTouched(tx).orElse(null);
        return new Changed(touched == null ? null : new HashSet<>(touched));
    }

    /** When this laptop, by its own clock, last submitted something while its clock error was known as this. */
    public Optional<Instant> newestSubmittedHere(Tx tx, long clockOffsetMs) {
        return answers.newestSubmittedHere(tx, clockOffsetMs);
    }
}
