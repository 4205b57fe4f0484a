package xundang.desktop.app.ui;

import static xundang.desktop.app.ui.ScreenPicturesTest.plain;
import static xundang.desktop.app.ui.ScreenPicturesTest.shell;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import xundang.desktop.app.ui.ScreenPicturesTest.Scenery;
import xundang.desktop.app.ui.ScreenPicturesTest.Shot;
import xundang.desktop.inspection.ui.FormView;
import xundang.desktop.inspection.ui.FormViewModel;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.theme.ThemeChoice;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.YangpuLedger;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateCatalog;
import xundang.model.template.TemplateItem;
import xundang.model.template.TemplateUpgrade;

/** Pictures of the form's inputs: tables, days, references, pairs, questions, doubts, second readings, a newer version. */
final class FormShots {
    private FormShots() {}

    static List<Shot> states() {
        List<Shot> shots = new ArrayList<>();
        Map<String, Scenery> inputs = Map.of(
                "form-table", (desk, look) -> table(desk),
                "form-dates", (desk, look) -> dates(desk),
                "form-reference", (desk, look) -> reference(desk),
                "form-pair", (desk, look) -> pair(desk),
                "form-questions", (desk, look) -> form(desk, "room-p", ignored -> {}),
                "form-second", (desk, look) -> second(desk));
        inputs.forEach((name, scenery) -> {
            shots.add(plain(name, scenery));
            shots.add(new Shot(name, scenery, ThemeChoice.SUNLIGHT, Language.ZH, new int[] {1366, 768}));
        });
        shots.add(new Shot(
                "form-table", (desk, look) -> table(desk), ThemeChoice.DARK, Language.EN, new int[] {1366, 768}));
        shots.add(plain("form-doubt", (desk, look) -> doubt(desk)));
        shots.add(plain("form-label", (desk, look) -> label(desk)));
        shots.add(plain("form-upgrade", (desk, look) -> upgrade(desk)));
        shots.add(plain("dossier-forms", (desk, look) -> {
            Shell shell = shell(desk, look, new Location.OfAsset(YangpuLedger.id(6)));
            Event.fireEvent(
                    shell.lookup("#dossier"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F6, false, false, false, false));
            return shell;
        }));
        return shots;
    }

    private static Parent form(Desk desk, String templateId, Consumer<FormViewModel> acts) {
        FormViewModel model = new FormViewModel(desk.inspections, desk.tasks, ignored -> {}, left -> {});
        model.begin(YangpuLedger.id(6), templateId);
        acts.accept(model);
        return new FormView(model, desk.context, desk.pictures).node();
    }

    private static InspectionId begin(Desk desk, String templateId) {
        return desk.inspections.begin(YangpuLedger.id(6), templateId).id();
    }

    private static void answer(Desk desk, InspectionId id, String slot, ReadingValue value) {
        desk.inspections.record(id, SlotId.parse(slot), value, null, null, SlotId.parse(slot));
    }

    private static ReadingValue number(String number) {
        return new ReadingValue.Measured(new BigDecimal(number));
    }

    private static Parent table(Desk desk) {
        InspectionId id = begin(desk, "vid-d");
        answer(desk, id, "V01", new ReadingValue.Moment(OffsetDateTime.parse("2026-11-21T09:05+08:00")));
        answer(desk, id, "V02.all", number("375"));
        answer(desk, id, "V02.key", number("50"));
        answer(desk, id, "V03.all", number("370"));
        answer(desk, id, "V03.key", number("49"));
        answer(
                desk,
                id,
                "V04",
                new ReadingValue.Table(List.of(
                        Map.of("gb_code", "31011000001320000017", "cause", "device", "note", "已报修"),
                        Map.of("gb_code", "31011000001320000042", "cause", "power"),
                        Map.of("gb_code", "31011000001180000009", "cause", "link"),
                        Map.of("gb_code", "31011000001320000042", "cause", "unknown"),
                        Map.of("gb_code", "CAM-000118"))));
        return form(desk, "vid-d", model -> activate(model, "V04"));
    }

    private static Parent dates(Desk desk) {
        InspectionId id = begin(desk, "rem-r");
        answer(desk, id, "D08", new ReadingValue.YesNo(true));
        answer(desk, id, "D15", new ReadingValue.Dated(LocalDate.of(2026, 11, 20)));
        return form(desk, "rem-r", model -> {
            activate(model, "D10");
            model.row(SlotId.of("D10")).orElseThrow().textProperty().set("2026年13月1日");
            model.next();
        });
    }

    private static Parent reference(Desk desk) {
        begin(desk, "bat-r");
        return form(desk, "bat-r", model -> {
            activate(model, "B01a");
            // The list of what is found follows the field, which is there once the form is drawn.
            model.row(SlotId.of("B01a")).orElseThrow().textProperty().set("GE");
        });
    }

    private static Parent pair(Desk desk) {
        InspectionId id = begin(desk, "rem-r");
        answer(desk, id, "D08", new ReadingValue.YesNo(true));
        desk.inspections.attach(id, SlotId.of("D09"), Path.of("before.jpg"));
        return form(desk, "rem-r", model -> activate(model, "D09"));
    }

    private static Parent second(Desk desk) {
        desk.inspections.longHistory = true;
        begin(desk, "ups-m");
        return form(desk, "ups-m", model -> {
            activate(model, "M15");
            model.row(SlotId.of("M15")).orElseThrow().textProperty().set("33");
            model.next();
        });
    }

    private static Parent doubt(Desk desk) {
        begin(desk, "ups-m");
        return form(desk, "ups-m", model -> {
            activate(model, "M15");
            model.row(SlotId.of("M15")).orElseThrow().textProperty().set("245");
            model.next();
        });
    }

    private static Parent label(Desk desk) {
        InspectionId id = begin(desk, "rem-r");
        answer(desk, id, "D01", new ReadingValue.Choice(List.of("310110")));
        return form(desk, "rem-r", model -> activate(model, "D01"));
    }

    private static Parent upgrade(Desk desk) {
        begin(desk, "ups-m");
        InspectionTemplate template = TemplateCatalog.bundled().find("ups-m").orElseThrow();
        List<TemplateItem> items = template.items();
        desk.inspections.upgrade = new TemplateUpgrade(
                "ups-m",
                1,
                2,
                items.subList(22, 24),
                items.subList(3, 4),
                List.of(new TemplateUpgrade.Changed(
                        items.get(14), items.get(14), Set.of(TemplateUpgrade.Aspect.LIMITS))));
        return form(desk, "ups-m", ignored -> {});
    }

    private static void activate(FormViewModel model, String slot) {
        model.activate(model.row(SlotId.parse(slot)).orElseThrow());
    }
}
