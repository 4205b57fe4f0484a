package xundang.desktop.inspection.ui;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.Draft.PastValue;
import xundang.desktop.platform.errors.PersonError;
import xundang.model.inspection.Outlier;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.FormEngine;
import xundang.model.template.FormSlot;
import xundang.model.template.ItemKind;
import xundang.model.template.Plausibility;
import xundang.model.template.Range;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateItem;
import xundang.model.template.Verdict;
import xundang.model.text.ModelText;

/** One row of the form: what is typed, what the store holds, and what stands between the two. Interface's thread. */
public final class RowViewModel {
    /** The little panel that is open under the row. */
    public enum Panel {
        NONE,
        SKIP,
        NOTE,
        /** 复测: the value is an outlier. */
        SECOND
    }

    /** What became of the last save. */
    public enum Saved {
        NOTHING_YET,
        SAVED,
        FAILED
    }

    private final ReadOnlyObjectWrapper<FormSlot> slot;
    private final List<PastValue> history;
    private final ZoneOffset offset;
    private final FormEngine engine = new FormEngine();
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty strokes = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Reading> reading = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Saved> saved = new ReadOnlyObjectWrapper<>(Saved.NOTHING_YET);
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper readingPicture = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<ModelText>> remarks = new ReadOnlyObjectWrapper<>(List.of());
    private final RowDrafts drafts = new RowDrafts();
    private RowDrafts.Taken lost = RowDrafts.Taken.NOTHING;
    private final SecondReading second;
    private @Nullable String confirmedText;
    private String committedText = "";
    private String committedStrokes = "";
    private String storedText = "";
    private String storedStrokes = "";
    private boolean kept;
    private int underWay;
    private Content sent = Content.EMPTY;

    /** What one save of a row consists of. */
    record Content(
            @Nullable ReadingValue value,
            @Nullable Skip skip,
            @Nullable String note) {
        private static final Content EMPTY = new Content(null, null, null);
    }

    /** One save on its way: what of the row went along. */
    record Sent(String text, String strokes, RowDrafts.Taken drafts) {}

    /** @param offset in which days and times are shown and typed */
    RowViewModel(FormSlot slot, List<PastValue> history, ZoneOffset offset) {
        this.slot = new ReadOnlyObjectWrapper<>(slot);
        this.history = List.copyOf(history);
        this.offset = offset;
        second = new SecondReading(history, slot.item().unit());
        text.subscribe((before, after) -> typed());
        strokes.subscribe((before, after) -> typed());
        drafts.noteProperty().subscribe((before, after) -> showSaved());
        drafts.reasonProperty().subscribe((before, after) -> showSaved());
        drafts.secondProperty().subscribe((before, after) -> showSaved());
    }

    /** Its number or its limits changed, not what is being entered: that is judged anew. */
    void become(FormSlot now) {
        if (!now.equals(slot.get())) {
            slot.set(now);
            if (isFieldDirty()) {
                judge(read() instanceof Typed.Value value ? value.value() : null);
            }
        }
    }

    /** Number, label and limits of the row; another one once other answers changed them. */
    public ReadOnlyObjectProperty<FormSlot> slotProperty() {
        return slot.getReadOnlyProperty();
    }

    public FormSlot slot() {
        return slot.get();
    }

    public SlotId id() {
        return slot().id();
    }

    public ItemKind kind() {
        return slot().item().kind();
    }

    /** Offset in which days and times are shown and typed. */
    ZoneOffset offset() {
        return offset;
    }

    /** Earlier values of the same item, newest first. */
    public List<PastValue> history() {
        return history;
    }

    /** What stands in the field; for a signature, the signer's name. */
    public StringProperty textProperty() {
        return text;
    }

    /** The pen's path of a signature as SVG path data. */
    public StringProperty strokesProperty() {
        return strokes;
    }

    /** What the store holds for this row. */
    public ReadOnlyObjectProperty<@Nullable Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** What is being written in the panel under the row. */
    RowDrafts drafts() {
        return drafts;
    }

    /** True while a picture file for this row is being read. */
    public ReadOnlyBooleanProperty readingPictureProperty() {
        return readingPicture.getReadOnlyProperty();
    }

    void readingPicture(boolean now) {
        readingPicture.set(now);
    }

    /** {@code SAVED} only while the store has answered the last save and nothing else was entered since. */
    public ReadOnlyObjectProperty<Saved> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** What is wrong or doubtful about the stored answer where no range judges it. */
    public ReadOnlyObjectProperty<List<ModelText>> remarksProperty() {
        return remarks.getReadOnlyProperty();
    }

    void remark(List<ModelText> now) {
        remarks.set(now);
    }

    /** What is wrong in this row, if anything. */
    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Panel> panelProperty() {
        return panel.getReadOnlyProperty();
    }

    /** Verdict of what stands in the field now, saved or not; absent when there is nothing to judge. */
    public ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** The stored answer says too little without a note, and there is none. */
    public boolean lacksNote() {
        return engine.lacksNote(slot(), reading.get());
    }

    /** True for rows whose input is typed text. */
    public boolean isTyped() {
        return switch (kind()) {
            case NUMBER, TEXT, SIGNATURE, DATE, DATE_TIME, ASSET -> true;
            case YES_NO, CHOICE, MULTI_CHOICE, PHOTO, COMPUTED, TABLE, JAR_TABLE -> false;
        };
    }

    /** Something stands in the field or in the panel that the store does not hold and that is not on its way there. */
    boolean isDirty() {
        return isFieldDirty() || !drafts.isEmpty();
    }

    boolean isFieldDirty() {
        return !text.get().equals(committedText) || !strokes.get().equals(committedStrokes);
    }

    /** Option codes that are chosen. */
    public List<String> chosen() {
        return RowText.codes(content().value());
    }

    /** What the row holds, counting what is on its way to the store. */
    Content content() {
        Reading held = reading.get();
        if (underWay > 0) {
            return sent;
        }
        return held == null ? Content.EMPTY : new Content(held.value(), held.skip(), held.note());
    }

    /** Whether that is a number of a magnitude that the row cannot have, and nobody said yet that it is meant. */
    Optional<Range> doubt(ReadingValue value) {
        return value instanceof ReadingValue.Measured measured
                        && !text.get().equals(confirmedText)
                        && !(reading.get() != null && value.equals(reading.get().value()))
                ? Plausibility.of(slot().limits()).filter(range -> !range.contains(measured.number()))
                : Optional.empty();
    }

    /** Enter once more under the question whether the number is meant. */
    void confirm() {
        PersonError asked = error.get();
        if (asked != null && asked.code().equals(RowErrors.DOUBTFUL)) {
            confirmedText = text.get();
        }
    }

    /** Whether the row asks now that its value be measured again; it asks once. */
    boolean asksSecond() {
        return second.asks(content().value(), reading.get());
    }

    /** The earlier values that what the row holds is too far from, if it is. */
    public Optional<Outlier> outlier() {
        return second.outlier(content().value());
    }

    /** The value was measured again. */
    void measuredAgain(ReadingValue value) {
        second.settled(value);
    }

    /** What the typed text means; an error if it means nothing, with the text left as it is. */
    Typed read() {
        return Typed.of(kind(), text.get(), strokes.get(), offset);
    }

    private void typed() {
        if (isFieldDirty()) {
            error.set(null);
            judge(read() instanceof Typed.Value value ? value.value() : null);
        }
        showSaved();
    }

    private void showSaved() {
        saved.set(kept && underWay == 0 && !isDirty() ? Saved.SAVED : Saved.NOTHING_YET);
    }

    private void judge(@Nullable ReadingValue value) {
        verdict.set(value == null ? null : engine.judge(slot(), value, null));
    }

    /**
     * This goes to the store.
     *
     * @param entry what of the row is part of it
     */
    Sent sent(RowEntry entry) {
        underWay++;
        sent = entry.content();
        if (entry.withReason() && entry.content().skip() != null) {
            text.set("");
            strokes.set("");
        }
        if (entry.withField() || entry.withReason()) {
            committedText = text.get();
            committedStrokes = strokes.get();
        }
        RowDrafts.Taken taken = drafts.take(entry.withNote(), entry.withReason(), entry.withSecond());
        error.set(null);
        showSaved();
        return new Sent(committedText, committedStrokes, taken);
    }

    /** The store answered: it holds this. A field in which typing goes on is left alone. */
    void stored(@Nullable Reading held, Sent save) {
        underWay--;
        kept = true;
        lost = RowDrafts.Taken.NOTHING;
        storedText = save.text();
        storedStrokes = save.strokes();
        apply(held);
        showSaved();
    }

    /** The store refused: what was entered stays, and counts as not saved, unless a later save that is under way has it all. */
    void failed(PersonError fault, Sent save) {
        underWay--;
        kept = false;
        lost = save.drafts().over(lost);
        if (underWay == 0) {
            committedText = storedText;
            committedStrokes = storedStrokes;
            drafts.giveBack(lost, content().note());
            lost = RowDrafts.Taken.NOTHING;
        }
        saved.set(Saved.FAILED);
        error.set(fault);
    }

    /** A picture of this row is kept; what is typed is not touched. */
    void photoKept() {
        kept = true;
        if (!isDirty()) {
            error.set(null);
        }
        showSaved();
    }

    /** The draft as the store holds it now. */
    void apply(@Nullable Reading held) {
        boolean changed = !Objects.equals(held, reading.get());
        reading.set(held);
        if (underWay > 0 || isFieldDirty()) {
            return;
        }
        committedText = held == null ? "" : RowText.of(held.value(), offset);
        committedStrokes = held != null && held.value() instanceof ReadingValue.Signed signed ? signed.strokes() : "";
        storedText = committedText;
        storedStrokes = committedStrokes;
        text.set(committedText);
        strokes.set(committedStrokes);
        verdict.set(held == null ? null : shownVerdict(held).orElse(null));
        if (changed && kind() == ItemKind.COMPUTED) {
            kept = held != null;
            showSaved();
        }
    }

    private static Optional<Verdict> shownVerdict(Reading held) {
        boolean nothingJudged =
                held.value() == null && held.skip() == null && held.photos().isEmpty();
        return nothingJudged ? Optional.empty() : Optional.of(held.verdict());
    }

    void reject(PersonError wrong) {
        error.set(wrong);
        saved.set(Saved.NOTHING_YET);
    }

    /** Says it again. */
    void tell(PersonError wrong) {
        error.set(wrong);
    }

    void openPanel(Panel which) {
        if (which == Panel.NOTE) {
            drafts.beginNote(content().note());
        }
        panel.set(which);
    }

    /** The chosen options with one more, or one less, in the template's order. */
    ReadingValue.Choice toggled(String code) {
        Set<String> now = new HashSet<>(chosen());
        if (!now.remove(code)) {
            now.add(code);
        }
        return new ReadingValue.Choice(slot().item().options().stream()
                .map(TemplateItem.Option::code)
                .filter(now::contains)
                .toList());
    }
}
