package xundang.desktop.round.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.round.ui.TodayFilter.Group;

/** The one line of filters: states with their counts (0 … 6), form (F), room (R), mine or all (M). */
final class TodayFilters extends HBox {
    private static final double NARROWEST = 120;
    private static final double WIDEST = 240;

    private final TodayViewModel model;
    private final UiTexts texts;
    private final Node back;
    private final Map<Group, ToggleButton> groups = new EnumMap<>(Group.class);
    private final ComboBox<String> form;
    private final ComboBox<String> room;
    private final ToggleButton mine;
    private Map<String, String> rooms = Map.of();
    private boolean showing;
    private final Subscription listening;

    /** @param back takes the focus once something was chosen */
    TodayFilters(TodayViewModel model, UiTexts texts, Node back) {
        super(8);
        this.model = model;
        this.texts = texts;
        this.back = back;
        getStyleClass().addAll("row", "tabs");
        for (Group group : Group.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("today-group-" + group.name().toLowerCase(Locale.ROOT));
            button.setFocusTraversable(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(ignored -> choose(group));
            groups.put(group, button);
            getChildren().add(button);
        }
        form = box("today-form", "round.filter.allForms", this::formName, code -> change(filter().withForm(code)));
        room = box(
                "today-room",
                "round.filter.allRooms",
                key -> rooms.getOrDefault(key, key),
                key -> change(filter().withRoom(key)));
        mine = new ToggleButton(texts.get("round.filter.mine"));
        mine.setId("today-mine");
        mine.setFocusTraversable(false);
        mine.setMinWidth(USE_PREF_SIZE);
        mine.setOnAction(ignored -> change(filter().withMine(mine.isSelected())));
        getChildren().addAll(Parts.spring(), form, room, mine);
        listening = Subscription.combine(
                model.countsProperty().subscribe(ignored -> show()),
                model.filterProperty().subscribe((before, after) -> show()));
    }

    private TodayFilter filter() {
        return model.filterProperty().get();
    }

    private void change(TodayFilter now) {
        if (!showing) {
            model.filterProperty().set(now);
        }
    }

    private String formName(String code) {
        return texts.ofCode("inspection.template.", code);
    }

    /** A choice whose first entry, the empty text, is everything. */
    private ComboBox<String> box(String id, String all, UnaryOperator<String> name, Consumer<@Nullable String> chosen) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setMinWidth(NARROWEST);
        box.setMaxWidth(WIDEST);
        HBox.setHgrow(box, Priority.SOMETIMES);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String code) {
                return code == null || code.isEmpty() ? texts.get(all) : name.apply(code);
            }

            @Override
            public String fromString(String words) {
                throw new UnsupportedOperationException("the choice is not typed");
            }
        });
        box.setOnAction(ignored -> {
            String code = box.getValue();
            chosen.accept(code == null || code.isEmpty() ? null : code);
        });
        box.setOnHidden(ignored -> back.requestFocus());
        return box;
    }

    private void show() {
        showing = true;
        TodayFilter now = filter();
        Map<Group, Integer> counts = model.countsProperty().get();
        groups.forEach((group, button) -> {
            int count = counts.getOrDefault(group, 0);
            button.setText(texts.get("round.group." + group.name()) + " " + count);
            button.setSelected(group == now.group());
            Parts.shown(button, count > 0 || group == Group.ALL || group == now.group());
        });
        rooms = model.rooms();
        fill(form, model.forms(), now.form());
        fill(room, List.copyOf(rooms.keySet()), now.room());
        mine.setSelected(now.mine());
        showing = false;
    }

    private static void fill(ComboBox<String> box, List<String> codes, @Nullable String chosen) {
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(codes);
        if (chosen != null && !codes.contains(chosen)) {
            all.add(chosen);
        }
        if (!all.equals(box.getItems())) {
            box.getItems().setAll(all);
        }
        box.setValue(chosen == null ? "" : chosen);
    }

    private void choose(Group group) {
        change(filter().withGroup(group));
        show();
    }

    /** A key of the filter line; false if it is none. */
    boolean key(KeyCode code) {
        switch (code) {
            case F -> form.show();
            case R -> room.show();
            case M -> change(filter().withMine(!filter().mine()));
            case DIGIT0, NUMPAD0 -> choose(Group.ALL);
            case DIGIT1, NUMPAD1 -> choose(Group.OVERDUE);
            case DIGIT2, NUMPAD2 -> choose(Group.DUE);
            case DIGIT3, NUMPAD3 -> choose(Group.STARTED);
            case DIGIT4, NUMPAD4 -> choose(Group.DONE);
            case DIGIT5, NUMPAD5 -> choose(Group.MISSED);
            case DIGIT6, NUMPAD6 -> choose(Group.PUT_OFF);
            default -> {
                return false;
            }
        }
        if (code == KeyCode.F) {
            form.requestFocus();
        } else if (code == KeyCode.R) {
            room.requestFocus();
        }
        return true;
    }

    void hidden() {
        listening.unsubscribe();
    }
}
