package xundang.desktop.inspection.ui.jar;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import xundang.desktop.inspection.ui.jar.JarImportViewModel.State;
import xundang.desktop.platform.fx.PictureChooser;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.model.battery.OhmicUnit;

/** 逐节表: grid, statistics, the string at a glance; a paste or a tester's file that waits for the person's word stands in place of the grid. */
public final class JarTableView extends VBox {
    /** Least width of what stands beside the grid, in heights of the font. */
    private static final double SIDE = 30;
    /** Room for the message below the grid, in heights of its font. */
    private static final double MESSAGE_LINES = 2;

    private static final List<String> TABLES = List.of(".csv", ".txt", ".tsv", ".xlsx", ".xls");

    private final JarTableViewModel jars;
    private final JarImportViewModel imports;
    private final UiTexts texts;
    private final JarGrid grid;
    private final JarSide side;
    private final CountPrompt count;
    private final PastePanel paste;
    private final ImportPanel files;
    private final Label message = Parts.label("", "jar-message");
    private final VBox table;
    private final BesideOrBelow both;
    private final HBox tools;
    private final JarStatistics statistics;
    private final ToggleGroup units = new ToggleGroup();

    /** @param chooser asks for a tester's file */
    public JarTableView(JarTableViewModel jars, JarImportViewModel imports, UiTexts texts, PictureChooser chooser) {
        super(8);
        this.jars = jars;
        this.imports = imports;
        this.texts = texts;
        setId("jar-table");
        getStyleClass().add("jar-table");
        grid = new JarGrid(jars, texts);
        side = new JarSide(jars, texts, this::focus);
        count = new CountPrompt(jars, texts, this::focus);
        paste = new PastePanel(jars, texts, this::focus);
        files = new ImportPanel(imports, texts, this::focus);
        statistics = new JarStatistics(jars, texts);
        tools = tools(chooser);
        message.setId("jar-message");
        message.setMinHeight(USE_PREF_SIZE);
        table = Parts.column(4, grid, message);
        table.setMinWidth(USE_PREF_SIZE);
        both = new BesideOrBelow(table, side);
        getChildren().addAll(tools, statistics, both, count, paste, files);
        new JarGridKeys(jars, grid, side::focus);
        jars.revisionProperty().subscribe(this::arrange);
        jars.pasteProperty().subscribe(this::arrange);
        imports.stateProperty().subscribe(this::arrange);
        jars.messageProperty().subscribe(this::say);
        jars.cellProperty().subscribe(ignored -> say(jars.messageProperty().get()));
        message.fontProperty().subscribe(font -> {
            side.font(font);
            both.least(SIDE * font.getSize());
        });
        setOnDragOver(this::dragged);
        setOnDragDropped(this::dropped);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && escape()) {
                key.consume();
            }
        });
        arrange();
    }

    /** Takes the cursor, where it was left. */
    public void focus() {
        if (files.isVisible() || paste.isVisible()) {
            return;
        }
        if (jars.needsCount()) {
            count.field().requestFocus();
        } else {
            grid.field().requestFocus();
            grid.field().selectAll();
        }
    }

    /**
     * Makes the grid end where the window does, so that the cell that is typed into is in sight.
     *
     * @param visible height of the part of the form that can be seen, when the row begins at its top
     */
    public void fit(Region row, double visible) {
        double above = row.sceneToLocal(grid.localToScene(0, 0)).getY();
        grid.takeAtMost(visible - above - MESSAGE_LINES * message.getFont().getSize());
    }

    private HBox tools(PictureChooser chooser) {
        HBox unit = Parts.row(0);
        for (OhmicUnit one : OhmicUnit.values()) {
            ToggleButton button = new ToggleButton(texts.get("inspection.jar.unit." + one));
            button.setId("jar-measure-" + one);
            button.setToggleGroup(units);
            button.setUserData(one);
            button.setFocusTraversable(false);
            button.setOnAction(ignored -> {
                jars.measureIn(one);
                showUnit();
                grid.showUnit();
                focus();
            });
            unit.getChildren().add(button);
        }
        unit.getStyleClass().add("tabs");
        Node open = Parts.quietButton(
                "jar-open",
                texts.get("inspection.jar.import.open"),
                MaterialDesignF.FILE_TABLE_OUTLINE,
                () -> chooser.chooseTable().ifPresent(imports::open));
        Node undo =
                Parts.quietButton("jar-undo", texts.get("inspection.jar.undo"), MaterialDesignU.UNDO_VARIANT, () -> {
                    jars.undo();
                    focus();
                });
        undo.setFocusTraversable(false);
        open.setFocusTraversable(false);
        return Parts.row(
                12, unit, open, undo, Parts.spring(), Parts.label(texts.get("inspection.jar.keys"), "caption"));
    }

    private void showUnit() {
        units.getToggles()
                .forEach(toggle ->
                        toggle.setSelected(toggle.getUserData() == jars.sheet().unit()));
    }

    private void arrange() {
        boolean file = !(imports.stateProperty().get() instanceof State.None);
        boolean waiting = jars.pasteProperty().get() != null;
        boolean uncounted = jars.needsCount();
        show(count, uncounted && !file);
        show(both, !uncounted && !file && !waiting);
        show(tools, !uncounted && !file && !waiting);
        show(statistics, !uncounted);
        showUnit();
    }

    /** Asked with every key, so it touches only what changes. */
    private static void show(Node node, boolean shown) {
        if (node.isVisible() != shown || node.isManaged() != shown) {
            Parts.shown(node, shown);
        }
    }

    private void say(@Nullable CellMessage said) {
        String text = switch (said) {
            case null -> "";
            case CellMessage.Refused refused ->
                texts.get(
                        "inspection.jar.refusedCell",
                        jars.cell().position(),
                        texts.get("inspection.jar.fault." + refused.fault()));
            case CellMessage.Asked asked ->
                texts.get(
                        "inspection.jar.asked",
                        jars.cell().position(),
                        CellTexts.figure(asked.usual().low(), 2),
                        CellTexts.figure(asked.usual().high(), 2),
                        jars.textProperty().get().strip());
        };
        if (!message.getText().equals(text)) {
            message.setText(text);
        }
    }

    private boolean escape() {
        if (imports.cancel()) {
            focus();
            return true;
        }
        if (jars.pasteProperty().get() != null) {
            jars.cancelPaste();
            focus();
            return true;
        }
        return false;
    }

    /** Pictures are the row's. */
    private static Optional<Path> table(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(file -> TABLES.stream()
                        .anyMatch(end -> file.getName().toLowerCase(Locale.ROOT).endsWith(end)))
                .findFirst()
                .map(File::toPath);
    }

    private void dragged(DragEvent event) {
        if (table(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        table(event).ifPresent(file -> {
            imports.open(file);
            event.setDropCompleted(true);
            event.consume();
        });
    }
}
