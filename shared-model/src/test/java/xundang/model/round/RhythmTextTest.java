package xundang.model.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Rhythms in words and in the short form of plan files. */
class RhythmTextTest {
    @Test
    void theShortFormIsRead() {
        assertThat(RhythmText.parse("3h/30")).contains(new Rhythm.Slots(3, 30, 0));
        assertThat(RhythmText.parse("6h/20@2")).contains(new Rhythm.Slots(6, 20, 2));
        assertThat(RhythmText.parse("2x/4h")).contains(new Rhythm.PerDay(2, 4));
        assertThat(RhythmText.parse("7d")).contains(new Rhythm.Days(7));
        assertThat(RhythmText.parse("3m")).contains(new Rhythm.Months(3));
        assertThat(RhythmText.parse("3m/2+4")).contains(new Rhythm.Months(3, List.of(2, 4)));
    }

    @Test
    void anythingElseIsNoRhythm() {
        assertThat(List.of("", "often", "3", "3m/", "3h", "1000d", "-1d"))
                .allSatisfy(text -> assertThat(RhythmText.parse(text)).isEmpty());
    }

    @Test
    void peopleReadWords() {
        assertThat(RhythmText.of(new Rhythm.Slots(3, 30, 0), Locale.CHINA)).isEqualTo("每 3 小时一次（前后 30 分钟内）");
        assertThat(RhythmText.of(new Rhythm.Days(1), Locale.CHINA)).isEqualTo("每日一次");
        assertThat(RhythmText.of(new Rhythm.Days(15), Locale.CHINA)).isEqualTo("每 15 天一次");
        assertThat(RhythmText.of(new Rhythm.Months(3, List.of(2, 4)), Locale.CHINA))
                .isEqualTo("每季度一次（仅第 2、4 期）");
        assertThat(RhythmText.of(new Rhythm.Months(12), Locale.ENGLISH)).isEqualTo("Yearly");
    }
}
