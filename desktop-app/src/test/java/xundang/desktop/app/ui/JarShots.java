package xundang.desktop.app.ui;

import static xundang.desktop.app.ui.ScreenPicturesTest.plain;
import static xundang.desktop.app.ui.ScreenPicturesTest.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import xundang.desktop.app.ui.ScreenPicturesTest.Shot;
import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.inspection.jar.JarColumn;
import xundang.desktop.inspection.ui.jar.JarImportViewModel;
import xundang.desktop.inspection.ui.jar.JarTableView;
import xundang.desktop.inspection.ui.jar.JarTableViewModel;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.platform.theme.ThemeChoice;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.SampleJars;
import xundang.desktop.testing.YangpuLedger;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.SlotId;

/** Pictures of the jar table: in its form, as blocks, as bars, with a paste and a file that wait, refused, and before anything is known. */
final class JarShots {
    private JarShots() {}

    static List<Shot> states() {
        List<Shot> shots = new ArrayList<>();
        for (ThemeChoice theme : ThemeChoice.values()) {
            for (int[] size : List.of(new int[] {1366, 768}, new int[] {1920, 1080})) {
                shots.add(
                        new Shot("jars-bars", (desk, look) -> table(desk, "bars", 186, 186), theme, Language.ZH, size));
                shots.add(
                        new Shot("jars-400", (desk, look) -> table(desk, "heat", 400, 400), theme, Language.ZH, size));
            }
            shots.add(new Shot(
                    "jars-import", (desk, look) -> imported(desk, FAULTY), theme, Language.ZH, new int[] {1366, 768}));
        }
        shots.add(plain(
                "jars-typing",
                (desk, look) -> act(desk, 24, 12, (jars, files) -> {
                    jars.select(new JarCell(13, JarColumn.VOLTAGE));
                    jars.textProperty().set("2.2V5");
                    jars.enter(true);
                })));
        shots.add(plain(
                "jars-asking",
                (desk, look) -> act(desk, 24, 12, (jars, files) -> {
                    jars.select(new JarCell(13, JarColumn.VOLTAGE));
                    jars.textProperty().set("22.5");
                    jars.enter(true);
                })));
        shots.add(plain(
                "jars-paste",
                (desk, look) -> act(desk, 24, 12, (jars, files) -> {
                    jars.select(new JarCell(20, JarColumn.VOLTAGE));
                    jars.paste("2.25\t0.50\n2,24\t内阻\n2.26\t0.51\t23\n22.5\t0.5\n2.25\t0.5\n2.25\t0.5\n");
                })));
        shots.add(plain("jars-empty", (desk, look) -> table(desk, "heat", 186, 0)));
        shots.add(plain("jars-count", (desk, look) -> act(desk, null, 0, (jars, files) -> {})));
        shots.add(plain("jars-refused", (desk, look) -> imported(desk, "\u0000\u0001\u0002")));
        shots.add(new Shot(
                "jars-import", (desk, look) -> imported(desk, FAULTY), ThemeChoice.LIGHT, Language.EN, new int[] {
                    1366, 768
                }));
        return shots;
    }

    private static final String FAULTY = """
        蓄电池测试仪 示例型号,,,,
        测试日期,2026-11-20 14:05,,,
        序号,单体电压(mV),内阻(μΩ),温度(℃),测试结果
        1,2251,502,23.1,合格
        2,2248,498,23.0,合格
        3,2253,OL,23.4,—
        3,2252,505,23.2,合格
        5,22.5,501,23.3,合格
        6,2249,499,23.1,合格
        28,2250,500,23.0,合格
        第七节,2250,500,23.0,合格
        8,2251,,22.9,合格
        平均,2250,501,23.1,
        """;

    private static Parent table(Desk desk, String picture, Integer count, int measured) {
        Parent table = act(desk, count, measured, (jars, files) -> {
            if (measured > 0) {
                jars.select(new JarCell(5, JarColumn.VOLTAGE));
            }
        });
        ((ToggleButton) table.lookup("#jar-show-" + picture)).fire();
        return table;
    }

    private static Parent imported(Desk desk, String content) {
        try {
            Path file = Files.createTempFile("Battery", ".csv");
            Files.write(file, content.getBytes("GBK"));
            return act(desk, 24, 8, (jars, files) -> files.open(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Parent act(
            Desk desk, Integer count, int measured, BiConsumer<JarTableViewModel, JarImportViewModel> acts) {
        JarTableViewModel jars = new JarTableViewModel(
                SampleJars.limits(count),
                measured == 0 ? null : SampleJars.measured(measured),
                OhmicUnit.RESISTANCE,
                JarCell.FIRST,
                (answer, next) -> {});
        JarImportViewModel files = new JarImportViewModel(jars, desk.tasks, desk.inspections.testers());
        JarTableView view = new JarTableView(jars, files, desk.texts, Optional::empty);
        acts.accept(jars, files);
        VBox card = Parts.card(0, view);
        VBox screen = Parts.column(0, card);
        screen.getStyleClass().add("screen");
        return screen;
    }

    /** The quarterly form on its jar table, in the middle of the work. */
    static Parent form(Desk desk, Appearance look) {
        desk.inspections.attributes.put("jar_count", "186");
        desk.inspections.attributes.put("jar_v", "2");
        var id = desk.inspections.begin(YangpuLedger.id(6), "ups-q").id();
        ReadingValue jars = SampleJars.measured(120);
        desk.inspections.record(id, SlotId.of("Q10"), jars, null, null, SlotId.parse("Q10.121v"));
        return shell(desk, look, new Location.NewForm(YangpuLedger.id(6), "ups-q"));
    }
}
