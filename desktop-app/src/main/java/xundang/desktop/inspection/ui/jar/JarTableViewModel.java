package xundang.desktop.inspection.ui.jar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.jar.CellFault;
import xundang.desktop.inspection.jar.CellInput;
import xundang.desktop.inspection.jar.CellValue;
import xundang.desktop.inspection.jar.ImportPlan;
import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.inspection.jar.JarColumn;
import xundang.desktop.inspection.jar.JarInput;
import xundang.desktop.inspection.jar.JarSheet;
import xundang.desktop.inspection.jar.PastePlan;
import xundang.model.battery.JarJudgement;
import xundang.model.battery.JarLimits;
import xundang.model.battery.JarLook;
import xundang.model.battery.JarReading;
import xundang.model.battery.JarRules;
import xundang.model.battery.JarVerdict;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.Verdict;

/**
 * The jar table while it is filled in: what stands in it, what is being typed, where the cursor is. Each committed cell goes to
 * {@link JarAnswers} at once. Interface's thread.
 */
public final class JarTableViewModel {
    /** Steps that can be taken back. */
    private static final int MOST_UNDO = 500;

    private static final List<JarLook> LOOKS = List.of(JarLook.values());

    private final JarLimits limits;
    private final JarAnswers answers;
    private final Deque<Step> past = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<JarCell> cell;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable CellMessage> message = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PastePlan> paste = new ReadOnlyObjectWrapper<>();
    private JarSheet sheet;
    private JarJudgement judgement;
    private String shown = "";
    private String doubted = "";

    /** A sheet as it was before a step, and where that step began. */
    private record Step(JarSheet sheet, JarCell at) {}

    /**
     * @param limits what the table is judged with
     * @param present the answer so far; absent before the first cell
     * @param usual unit of the ohmic column while the answer says nothing
     * @param at where the cursor was left
     */
    public JarTableViewModel(
            JarLimits limits, ReadingValue.@Nullable Jars present, OhmicUnit usual, JarCell at, JarAnswers answers) {
        this.limits = limits;
        this.answers = answers;
        sheet = JarSheet.of(present, limits.count(), usual);
        judgement = JarRules.judge(sheet.table(), limits);
        cell = new ReadOnlyObjectWrapper<>(at.position() <= sheet.length() ? at : JarCell.FIRST);
        text.subscribe((before, after) -> typed());
        showText();
    }

    /** The table as it stands, without what is being typed. */
    public JarSheet sheet() {
        return sheet;
    }

    /** What the table is judged with. */
    public JarLimits limits() {
        return limits;
    }

    /** The table judged, rules J1 to J4, over all rows, blank ones included. */
    public JarJudgement judgement() {
        return judgement;
    }

    /** How one jar was judged. */
    public JarVerdict verdict(int position) {
        return judgement.jars().get(position - 1);
    }

    /** Positions that have neither a voltage nor a reason. */
    public List<Integer> missing() {
        return sheet.rows().stream()
                .filter(row -> !row.isAnswered())
                .map(JarReading::position)
                .toList();
    }

    /** Goes up with every change of the table. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Where the cursor is. */
    public ReadOnlyObjectProperty<JarCell> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    public JarCell cell() {
        return cell.get();
    }

    /** What stands in the field over the cursor's cell; not used in the column of looks. */
    public StringProperty textProperty() {
        return text;
    }

    /** What is wrong or odd about it. */
    public ReadOnlyObjectProperty<@Nullable CellMessage> messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** A paste that waits for the person's word, because some of it is not good. */
    public ReadOnlyObjectProperty<@Nullable PastePlan> pasteProperty() {
        return paste.getReadOnlyProperty();
    }

    /** Whether the person has to say first how many jars there are. */
    public boolean needsCount() {
        return sheet.length() == 0;
    }

    /** Whether something is typed that is not in the table. */
    public boolean isTyping() {
        return cell.get().column() != JarColumn.LOOK && !text.get().equals(shown);
    }

    /** Takes what is typed into the cell; false if it is no value of it or has to be confirmed: it stays, and the message says why. */
    public boolean commit() {
        return commit(cell.get());
    }

    private boolean commit(JarCell next) {
        if (!isTyping()) {
            return true;
        }
        JarCell at = cell.get();
        return switch (input().read(at.column(), text.get())) {
            case CellInput.Wrong wrong -> refuse(wrong.fault());
            case CellInput.Doubtful doubtful -> {
                if (doubted.equals(text.get())) {
                    yield put(at, doubtful.value(), next);
                }
                doubted = text.get();
                message.set(new CellMessage.Asked(doubtful.usual()));
                yield false;
            }
            case CellInput.Value value -> put(at, value.value(), next);
        };
    }

    private boolean refuse(CellFault fault) {
        message.set(new CellMessage.Refused(fault));
        return false;
    }

    private boolean put(JarCell at, CellValue value, JarCell next) {
        Optional<CellFault> obstacle = sheet.obstacle(at, value);
        if (obstacle.isPresent()) {
            return refuse(obstacle.get());
        }
        if (value.equals(sheet.value(at))) {
            showText();
            return true;
        }
        step(sheet.with(Map.of(at, value)), next);
        return true;
    }

    private void step(JarSheet now, JarCell next) {
        past.push(new Step(sheet, cell.get()));
        while (past.size() > MOST_UNDO) {
            past.removeLast();
        }
        show(now);
        answers.changed(sheet.answer().orElse(null), next);
    }

    private void show(JarSheet now) {
        sheet = now;
        judgement = JarRules.judge(sheet.table(), limits);
        if (cell.get().position() > Math.max(1, sheet.length())) {
            cell.set(JarCell.FIRST);
        }
        showText();
        revision.set(revision.get() + 1);
    }

    private void showText() {
        shown = needsCount() ? "" : CellTexts.typed(sheet.value(cell.get()));
        doubted = "";
        text.set(shown);
        message.set(null);
    }

    private void typed() {
        message.set(null);
        if (!text.get().equals(doubted)) {
            doubted = "";
        }
    }

    private JarInput input() {
        return new JarInput(sheet.unit(), limits.cells());
    }

    /** Goes to a cell, taking along what is typed; stays if that can not be taken. */
    public boolean select(JarCell to) {
        if (needsCount() || to.position() < 1 || to.position() > sheet.length()) {
            return false;
        }
        if (!commit(to)) {
            return false;
        }
        cell.set(to);
        showText();
        return true;
    }

    /** Enter and Shift+Enter: down or up in the column; from its last row to the top of the next column, and back. */
    public void enter(boolean forward) {
        select(CellSteps.along(cell.get(), forward, sheet.length()));
    }

    /** Tab and Shift+Tab: to the right or left, from the end of a row to the next one. */
    public void tab(boolean forward) {
        select(CellSteps.across(cell.get(), forward, sheet.length()));
    }

    /** Arrow keys and pages: so many rows down and columns to the right, as far as there are any. */
    public void move(int rows, int columns) {
        select(CellSteps.by(cell.get(), rows, columns, sheet.length()));
    }

    /** A digit or letter chooses a look in the cursor's cell, or takes it back; false if there is none under that key. */
    public boolean chooseLook(char key) {
        int digit = Character.digit(key, 10);
        int place = digit >= 0 ? digit - 1 : "abcdef".indexOf(Character.toLowerCase(key));
        if (needsCount() || cell.get().column() != JarColumn.LOOK || place < 0 || place >= LOOKS.size()) {
            return false;
        }
        JarLook chosen = LOOKS.get(place);
        Set<JarLook> looks = new HashSet<>(sheet.row(cell.get().position()).appearance());
        if (!looks.remove(chosen)) {
            looks.removeIf(look -> (look == JarLook.NORMAL) != (chosen == JarLook.NORMAL));
            looks.add(chosen);
        }
        CellValue value = looks.isEmpty()
                ? new CellValue.Blank()
                : new CellValue.Looks(looks.stream().sorted().toList());
        return put(cell.get(), value, cell.get());
    }

    /** Delete: empties the cursor's cell. */
    public void clear() {
        if (!needsCount()) {
            put(cell.get(), new CellValue.Blank(), cell.get());
        }
    }

    /** Esc: what is typed gives way to what the cell holds; false if nothing is typed. */
    public boolean revert() {
        boolean typing = isTyping();
        showText();
        return typing;
    }

    /** Ctrl+Z: takes back what is typed, or else the last step, and goes where that was. */
    public void undo() {
        if (revert() || past.isEmpty()) {
            return;
        }
        Step before = past.pop();
        cell.set(before.at());
        show(before.sheet());
        answers.changed(sheet.answer().orElse(null), cell.get());
    }

    /** Whether there is anything to take back. */
    public boolean canUndo() {
        return !past.isEmpty();
    }

    /** Pastes a rectangle at the cursor: at once if all of it is good, otherwise only after {@link #takePaste}. */
    public void paste(String clipboard) {
        if (needsCount() || clipboard.isBlank() || !commit()) {
            return;
        }
        PastePlan plan = PastePlan.of(sheet, cell.get(), clipboard, input());
        if (plan.problems().isEmpty()) {
            take(plan);
        } else {
            paste.set(plan);
        }
    }

    /** Takes the good cells of the paste that is waiting. */
    public void takePaste() {
        PastePlan plan = paste.get();
        paste.set(null);
        if (plan != null) {
            take(plan);
        }
    }

    /** Takes nothing of it. */
    public void cancelPaste() {
        paste.set(null);
    }

    private void take(PastePlan plan) {
        if (!plan.values().isEmpty()) {
            step(sheet.with(plan.values()), cell.get());
        }
    }

    /** Takes over what is good in a tester's file, as one step. */
    public void take(ImportPlan plan) {
        if (!plan.values().isEmpty()) {
            step(plan.taken(sheet), cell.get());
        }
    }

    /** How many jars there are, where the ledger does not say; false if that can not be. */
    public boolean resize(String typed) {
        Optional<JarSheet> resized = Optional.of(typed.strip())
                .filter(it -> it.matches("[0-9０-９]{1,3}"))
                .map(Integer::parseInt)
                .filter(count -> count >= 1 && count <= JarReading.MAX_POSITION && !sheet.isCounted())
                .flatMap(sheet::resized);
        resized.filter(now -> now.length() != sheet.length()).ifPresent(now -> step(now, cell.get()));
        return resized.isPresent();
    }

    /** What the meter shows; false while values in the other unit stand in the table. */
    public boolean measureIn(OhmicUnit unit) {
        if (unit != sheet.unit() && sheet.hasOhmic()) {
            return false;
        }
        show(sheet.with(unit));
        return true;
    }

    /** The store holds another answer than this table, e.g. because the row was left out; the table shows it. */
    public void replace(ReadingValue.@Nullable Jars answer) {
        if (!sheet.answer().equals(Optional.ofNullable(answer))) {
            past.clear();
            show(JarSheet.of(answer, limits.count(), sheet.unit()));
        }
    }

    /** Jars with that verdict, by position. */
    public List<Integer> positions(Verdict verdict) {
        return judgement.jars().stream()
                .filter(jar -> jar.overall() == verdict)
                .map(JarVerdict::position)
                .toList();
    }
}
