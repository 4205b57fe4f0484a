package xundang.desktop.app.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the demo's inspector finds at the unit: one abnormal value (the battery room is too warm), everything else in order. */
final class Answers {
    /** The number of rows that the form has for a three-phase unit in a parallel group. */
    static final int ROWS = 39;

    /** Where the first kill strikes: while this row is being typed. */
    static final String INTERRUPTED = "M14";

    /** The abnormal one. */
    static final String ABNORMAL = "M15";

    /**
     * One row of the form in its order.
     *
     * @param keys typed as on the keyboard; a digit chooses the option at that place
     * @param pasted Chinese text instead of keys
     * @param photo caption of the picture that the row requires
     */
    record Answer(String slot, String keys, @Nullable String pasted, @Nullable String photo) {
        static Answer typed(String slot, String keys) {
            return new Answer(slot, keys, null, null);
        }

        static Answer written(String slot, String text) {
            return new Answer(slot, "", text, null);
        }

        static Answer shown(String slot, String keys, String photo) {
            return new Answer(slot, keys, null, photo);
        }
    }

    static final List<Answer> BEFORE_THE_KILL = List.of(
            Answer.typed("M01", "1"),
            Answer.shown("M02", "1", "运行面板"),
            Answer.typed("M03", "1"),
            Answer.typed("M04", "0"),
            Answer.typed("M20", "1"),
            Answer.typed("M22", "1"),
            Answer.typed("M05.L1", "231"),
            Answer.typed("M05.L2", "229"),
            Answer.typed("M05.L3", "230"),
            Answer.typed("M06", "50.0"),
            Answer.typed("M07.L1", "220.4"),
            Answer.typed("M07.L2", "220.1"),
            Answer.typed("M07.L3", "219.8"),
            Answer.typed("M08", "50.0"),
            Answer.typed("M09.L1", "42"),
            Answer.typed("M09.L2", "36"),
            Answer.typed("M09.L3", "30"),
            Answer.typed("M10.L1", "41"),
            Answer.typed("M10.L2", "38"),
            Answer.typed("M10.L3", "36"),
            Answer.typed("M12", "418.5"),
            Answer.typed("M13", "0.6"));

    static final List<Answer> AFTER_THE_KILL = List.of(
            Answer.typed("M14", "26.5"),
            Answer.shown("M19", "1", "电池组"),
            Answer.typed("M23", "35"),
            Answer.typed(ABNORMAL, "36.5"),
            Answer.typed("M16", "48"),
            Answer.typed("M17", "1"),
            Answer.typed("M18", "2"),
            Answer.typed("M21", "41.2"),
            Answer.typed("M24", "1"),
            Answer.shown("M25", "", "整机"),
            Answer.written("M26", "电池室空调停机，室温 36.5 ℃，已通知值班员处理。"),
            Answer.written("M28", "示例巡检员"),
            Answer.written("M29", "示例使用单位"));

    /** Pictures that the form ends up with. */
    static final int PHOTOS = 3;

    private Answers() {}
}
