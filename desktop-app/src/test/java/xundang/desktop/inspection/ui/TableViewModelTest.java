package xundang.desktop.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.desktop.inspection.ui.TableViewModel.Place;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.Label;
import xundang.model.template.TableCheck.Problem;
import xundang.model.template.TableRule;
import xundang.model.template.TableRule.Column;
import xundang.model.template.TableRule.ColumnKind;
import xundang.model.template.TemplateItem;

class TableViewModelTest {
    private static final TableRule RULE = new TableRule(
            List.of(
                    column("position", ColumnKind.POSITION, true, true),
                    column("volts", ColumnKind.NUMBER, false, false),
                    column("made", ColumnKind.DATE, false, false),
                    column("key", ColumnKind.YES_NO, false, false),
                    new Column(
                            "cause",
                            new Label("原因", "Cause"),
                            ColumnKind.CHOICE,
                            null,
                            List.of(
                                    new TemplateItem.Option("device", new Label("设备", "Device")),
                                    new TemplateItem.Option("power", new Label("供电", "Power"))),
                            false,
                            false)),
            0);

    private final List<ReadingValue.Table> answers = new ArrayList<>();
    private final TableViewModel table = new TableViewModel(RULE, null, answers::add);

    private static Column column(String id, ColumnKind kind, boolean required, boolean unique) {
        return new Column(id, new Label(id, id), kind, null, List.of(), required, unique);
    }

    private void type(String text) {
        table.textProperty().set(text);
    }

    private List<Map<String, String>> stored() {
        return answers.getLast().rows();
    }

    @Test
    void everyCellIsHandedOnBeforeTheNextOneIsTyped() {
        type("1");
        assertThat(answers).isEmpty();
        assertThat(table.next()).isTrue();
        assertThat(stored()).containsExactly(Map.of("position", "1"));
        type("2.25");
        table.next();
        assertThat(stored()).containsExactly(Map.of("position", "1", "volts", "2.25"));
        assertThat(answers).hasSize(2);
    }

    @Test
    void enterGoesThroughTheRowAndIntoTheNextOne() {
        for (String cell : List.of("1", "2.25", "20260803", "1", "2")) {
            type(cell);
            table.next();
        }
        assertThat(table.placeProperty().get()).isEqualTo(new Place(1, 0));
        assertThat(stored())
                .containsExactly(
                        Map.of("position", "1", "volts", "2.25", "made", "2026-08-03", "key", "yes", "cause", "power"));
        assertThat(table.next()).as("an empty row is the end").isFalse();
        assertThat(table.back()).isTrue();
        assertThat(table.placeProperty().get()).isEqualTo(new Place(0, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "volts, ２．２５, 2.25",
        "'volts', '2,25', 2.25",
        "position, １２, 12",
        "made, 2026年8月3日, 2026-08-03",
        "key, 否, no",
        "key, Y, yes",
        "cause, 供电, power",
        "cause, Device, device"
    })
    void whatIsTypedIsKeptInOneForm(String column, String typed, String kept) {
        table.go(0, RULE.columns().indexOf(RULE.column(column).orElseThrow()));
        type(typed);
        table.commit();
        assertThat(stored().getFirst()).containsEntry(column, kept);
    }

    @ParameterizedTest
    @CsvSource({
        "volts, 二点二, NOT_A_NUMBER",
        "volts, '1,234', NOT_A_NUMBER",
        "position, 401, NOT_A_POSITION",
        "made, 昨天, NOT_A_DATE",
        "key, 也许, UNKNOWN_OPTION",
        "cause, 9, UNKNOWN_OPTION"
    })
    void whatCannotBeReadStaysAsTypedAndItsCellSaysWhy(String column, String typed, Problem problem) {
        int place = RULE.columns().indexOf(RULE.column(column).orElseThrow());
        table.go(0, place);
        type(typed);
        table.commit();
        assertThat(stored().getFirst()).containsEntry(column, typed);
        assertThat(table.problemsProperty().get()).containsEntry(new Place(0, place), problem);
    }

    @Test
    void aPositionTwiceIsSaidAtTheSecondOne() {
        table.paste("7\n7");
        assertThat(table.problemsProperty().get()).containsExactly(Map.entry(new Place(1, 0), Problem.DUPLICATE));
    }

    @Test
    void aSpreadsheetsCellsArePastedFromTheCellOn() {
        table.paste("1\t2.25\t2026/8/3\r\n2\t２．２４\t\r\n");
        assertThat(stored())
                .containsExactly(
                        Map.of("position", "1", "volts", "2.25", "made", "2026-08-03"),
                        Map.of("position", "2", "volts", "2.24"));
        assertThat(answers).as("one change for all of it").hasSize(1);
        assertThat(table.placeProperty().get()).isEqualTo(new Place(2, 0));
    }

    @Test
    void aRaggedPasteKeepsWhatFitsAndSaysWhichLinesWereTooLong() {
        table.paste("1\t2.25\t\t\t\t多余\n2");
        assertThat(stored()).extracting(row -> row.get("position")).containsExactly("1", "2");
        assertThat(table.noticeProperty().get().arguments()).containsExactly("1", 5);
    }

    @Test
    void aPasteOfTooManyRowsIsRefusedWhole() {
        table.paste("1\n".repeat(ReadingValue.Table.MAX_ROWS + 1));
        assertThat(answers).isEmpty();
        assertThat(table.rows()).hasSize(1);
        assertThat(table.noticeProperty().get().code()).isEqualTo("E-FORM-116");
    }

    @Test
    void anEmptyTableIsAnAnswerOnlyWhenSomebodySaysSo() {
        assertThat(table.next()).isFalse();
        assertThat(answers).isEmpty();
        table.none();
        assertThat(answers).containsExactly(new ReadingValue.Table(List.of()));
    }

    @Test
    void theLastRowThatIsDeletedTakesTheAnswerBack() {
        table.paste("1\n2");
        table.go(0, 0);
        table.deleteRow();
        assertThat(stored()).containsExactly(Map.of("position", "2"));
        table.deleteRow();
        assertThat(answers.getLast()).isNull();
    }

    @Test
    void aTableGoesOnFromWhatTheStoreHolds() {
        TableViewModel again =
                new TableViewModel(RULE, new ReadingValue.Table(List.of(Map.of("position", "5"))), answers::add);
        assertThat(again.textProperty().get()).isEqualTo("5");
        again.go(1, 0);
        again.textProperty().set("6");
        again.commit();
        assertThat(stored()).extracting(row -> row.get("position")).containsExactly("5", "6");
    }
}
