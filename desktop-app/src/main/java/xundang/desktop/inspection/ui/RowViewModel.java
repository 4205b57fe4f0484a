package xundang.desktop.inspection.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.Draft.PastValue;
import xundang.desktop.platform.errors.PersonError;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.FormEngine;
import xundang.model.template.FormSlot;
import xundang.model.template.ItemKind;
import xundang.model.template.NumberInput;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateItem;
import xundang.model.template.Verdict;

/** One row of the form: what is typed, what the store holds, and what stands between the two. Interface's thread. */
public final class RowViewModel {
    /** The little panel that is open under the row. */
    public enum Panel {
        NONE,
        SKIP,
        NOTE
    }

    /** What became of the last save. */
    public enum Saved {
        NOTHING_YET,
        SAVED,
        FAILED
    }

    private final FormSlot slot;
    private final List<PastValue> history;
    private final FormEngine engine = new FormEngine();
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty strokes = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Reading> reading = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Saved> saved = new ReadOnlyObjectWrapper<>(Saved.NOTHING_YET);
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private String committedText = "";
    private String committedStrokes = "";
    private int underWay;
    private Content sent = Content.EMPTY;

    /** What one save of a row consists of. */
    record Content(
            @Nullable ReadingValue value,
            @Nullable Skip skip,
            @Nullable String note) {
        private static final Content EMPTY = new Content(null, null, null);
    }

    RowViewModel(FormSlot slot, List<PastValue> history) {
        this.slot = slot;
        this.history = List.copyOf(history);
        text.subscribe((before, after) -> typed());
    }

    public FormSlot slot() {
        return slot;
    }

    public SlotId id() {
        return slot.id();
    }

    public ItemKind kind() {
        return slot.item().kind();
    }

    /** Up to three earlier values, newest first. */
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

    /** Whether the last save reached the store; {@code SAVED} only after it has answered. */
    public ReadOnlyObjectProperty<Saved> savedProperty() {
        return saved.getReadOnlyProperty();
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
        return engine.lacksNote(slot, reading.get());
    }

    /** True for rows whose input is typed text. */
    public boolean isTyped() {
        return switch (kind()) {
            case NUMBER, TEXT, SIGNATURE -> true;
            case YES_NO, CHOICE, MULTI_CHOICE, PHOTO, COMPUTED -> false;
        };
    }

    /** Something stands in the field that the store does not hold and that is not on its way there. */
    boolean isDirty() {
        return !text.get().equals(committedText) || !strokes.get().equals(committedStrokes);
    }

    /** Option codes that are chosen. */
    public List<String> chosen() {
        return switch (content().value()) {
            case ReadingValue.YesNo answer -> List.of(answer.yes() ? "yes" : "no");
            case ReadingValue.Choice choice -> choice.codes();
            case null -> List.of();
            case ReadingValue.Measured ignored -> List.of();
            case ReadingValue.Written ignored -> List.of();
            case ReadingValue.Signed ignored -> List.of();
        };
    }

    /** What the row holds, counting what is on its way to the store. */
    Content content() {
        Reading held = reading.get();
        if (underWay > 0) {
            return sent;
        }
        return held == null ? Content.EMPTY : new Content(held.value(), held.skip(), held.note());
    }

    /** What the typed text means; an error if it means nothing, with the text left as it is. */
    Typed read() {
        String typed = text.get().strip();
        return switch (kind()) {
            case NUMBER ->
                switch (NumberInput.parse(typed)) {
                    case NumberInput.Parsed number -> new Typed.Value(new ReadingValue.Measured(number.number()));
                    case NumberInput.Blank ignored -> new Typed.Nothing();
                    case NumberInput.NotANumber ignored ->
                        new Typed.Wrong(PersonError.of("E-FORM-101", "inspection.error.notANumber"));
                    case NumberInput.Absurd ignored ->
                        new Typed.Wrong(PersonError.of("E-FORM-102", "inspection.error.tooManyDigits"));
                };
            case TEXT -> typed.isEmpty() ? new Typed.Nothing() : new Typed.Value(new ReadingValue.Written(typed));
            case SIGNATURE -> signature(typed);
            case YES_NO, CHOICE, MULTI_CHOICE, PHOTO, COMPUTED -> new Typed.Nothing();
        };
    }

    private Typed signature(String name) {
        if (!name.isEmpty()) {
            return new Typed.Value(new ReadingValue.Signed(name, strokes.get()));
        }
        return strokes.get().isEmpty()
                ? new Typed.Nothing()
                : new Typed.Wrong(PersonError.of("E-FORM-103", "inspection.error.signatureWithoutName"));
    }

    private void typed() {
        if (isDirty()) {
            error.set(null);
            judge(read() instanceof Typed.Value value ? value.value() : null);
        }
    }

    private void judge(@Nullable ReadingValue value) {
        verdict.set(value == null ? null : engine.judge(slot, value, null));
    }

    /** This went to the store. */
    void sent(Content content) {
        underWay++;
        sent = content;
        committedText = text.get();
        committedStrokes = strokes.get();
        error.set(null);
    }

    /** The store answered: it holds this. A field in which typing goes on is left alone. */
    void stored(@Nullable Reading held) {
        underWay--;
        saved.set(Saved.SAVED);
        apply(held);
    }

    /** The store refused: what was typed stays, and counts as not saved. */
    void failed(PersonError fault, String textBefore, String strokesBefore) {
        underWay--;
        committedText = textBefore;
        committedStrokes = strokesBefore;
        saved.set(Saved.FAILED);
        error.set(fault);
    }

    String committedText() {
        return committedText;
    }

    String committedStrokes() {
        return committedStrokes;
    }

    /** A picture of this row is kept; what is typed is not touched. */
    void photoKept() {
        saved.set(Saved.SAVED);
        error.set(null);
    }

    /** The draft as the store holds it now. */
    void apply(@Nullable Reading held) {
        boolean changed = !Objects.equals(held, reading.get());
        reading.set(held);
        if (underWay > 0 || isDirty()) {
            return;
        }
        committedText = held == null ? "" : textOf(held);
        text.set(committedText);
        if (held != null && held.value() instanceof ReadingValue.Signed signed) {
            committedStrokes = signed.strokes();
            strokes.set(committedStrokes);
        }
        verdict.set(held == null ? null : shownVerdict(held).orElse(null));
        if (changed && kind() == ItemKind.COMPUTED && held != null) {
            saved.set(Saved.SAVED);
        }
    }

    private static Optional<Verdict> shownVerdict(Reading held) {
        boolean nothingJudged =
                held.value() == null && held.skip() == null && held.photos().isEmpty();
        return nothingJudged ? Optional.empty() : Optional.of(held.verdict());
    }

    private static String textOf(Reading held) {
        return switch (held.value()) {
            case ReadingValue.Measured measured -> measured.number().toPlainString();
            case ReadingValue.Written written -> written.text();
            case ReadingValue.Signed signed -> signed.name();
            case null -> "";
            case ReadingValue.YesNo ignored -> "";
            case ReadingValue.Choice ignored -> "";
        };
    }

    void reject(PersonError wrong) {
        error.set(wrong);
        saved.set(Saved.NOTHING_YET);
    }

    void openPanel(Panel which) {
        panel.set(which);
    }

    /** What stands in a typed field. */
    sealed interface Typed {
        /** A value that can be saved. */
        record Value(ReadingValue value) implements Typed {}

        /** An empty field. */
        record Nothing() implements Typed {}

        /** Something that is no value of this row. */
        record Wrong(PersonError error) implements Typed {}
    }

    /** The chosen options with one more, or one less, in the template's order. */
    ReadingValue.Choice toggled(String code) {
        Set<String> now = new HashSet<>(chosen());
        if (!now.remove(code)) {
            now.add(code);
        }
        return new ReadingValue.Choice(slot.item().options().stream()
                .map(TemplateItem.Option::code)
                .filter(now::contains)
                .toList());
    }

    /** What the row holds, with the typed text that is no value kept in its note behind {@code unread}. */
    Content contentWithUnread(String unread) {
        Content held = content();
        String typed = unread + text.get();
        String note = held.note() == null ? typed : held.note() + " " + typed;
        return new Content(held.value(), held.skip(), note);
    }
}
