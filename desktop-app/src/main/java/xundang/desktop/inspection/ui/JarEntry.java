package xundang.desktop.inspection.ui;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.inspection.ui.jar.JarImportViewModel;
import xundang.desktop.inspection.ui.jar.JarTableView;
import xundang.desktop.inspection.ui.jar.JarTableViewModel;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.model.battery.JarLimits;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.SlotLimits;

/** 逐节表 below its row: each cell goes to the store as it is committed. */
final class JarEntry implements WideEntry {
    private static final JarLimits NOTHING_KNOWN = new JarLimits(null, null, null, null, null, null, Map.of());

    private final RowViewModel row;
    private final UiTexts texts;
    private final JarTableViewModel jars;
    private final JarTableView view;

    JarEntry(FormViewModel form, RowViewModel row, UiContext context) {
        this.row = row;
        texts = context.texts();
        jars = new JarTableViewModel(
                limits(row),
                jars(row.content().value()),
                usualUnit(row),
                place(form, row),
                (answer, next) -> form.answer(row, answer, next.text()));
        view = new JarTableView(
                jars, new JarImportViewModel(jars, context.tasks(), form.testers()), texts, context.pictures());
        // What is on its way counts: an answer of the store is older than what was typed since.
        row.readingProperty()
                .subscribe(ignored -> jars.replace(jars(row.content().value())));
    }

    private static JarLimits limits(RowViewModel row) {
        SlotLimits limits = row.slot().limits();
        return limits == null || limits.jars() == null ? NOTHING_KNOWN : limits.jars();
    }

    private static ReadingValue.@Nullable Jars jars(@Nullable ReadingValue value) {
        return value instanceof ReadingValue.Jars it ? it : null;
    }

    /** The unit of the last inspection: a string is measured with the same meter. */
    private static OhmicUnit usualUnit(RowViewModel row) {
        return row.history().stream()
                .map(Draft.PastValue::reading)
                .map(Reading::value)
                .flatMap(value -> Stream.ofNullable(jars(value)))
                .flatMap(table -> Stream.ofNullable(table.ohmicUnit()))
                .findFirst()
                .orElse(OhmicUnit.RESISTANCE);
    }

    private static JarCell place(FormViewModel form, RowViewModel row) {
        return Optional.ofNullable(form.draftProperty().get())
                .filter(draft -> draft.active().equals(row.id()) && draft.place() != null)
                .flatMap(draft -> JarCell.parse(String.valueOf(draft.place())))
                .orElse(JarCell.FIRST);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void fit(Region row, double visible) {
        view.fit(row, visible);
    }

    @Override
    public void focus() {
        view.focus();
    }

    @Override
    public void setActive(boolean active) {
        if (!active) {
            jars.commit();
        }
    }

    /** What is typed and is no value goes into the row's note, because nothing else would hold it. */
    @Override
    public void settle() {
        if (jars.commit()) {
            return;
        }
        String unread = texts.get(
                "inspection.jar.unread",
                jars.cell().position(),
                texts.get("inspection.jar.entered." + jars.cell().column()),
                jars.textProperty().get().strip());
        row.drafts().beginNote(row.content().note());
        String note = row.drafts().noteProperty().get();
        row.drafts().noteProperty().set(note.isBlank() ? unread : note + " " + unread);
        jars.revert();
    }
}
