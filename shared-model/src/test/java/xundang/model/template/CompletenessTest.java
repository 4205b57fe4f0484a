package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.model.inspection.Reading;
import xundang.model.photo.PhotoId;

class CompletenessTest {
    private static final PhotoId PHOTO = new PhotoId(new UUID(1, 2));
    private static final Map<String, String> SINGLE = Map.of("phases", "1-1", "redundancy", "none", "parallel_n", "1");

    private final FormPlan plan = Forms.plan(SINGLE);
    private final Map<SlotId, Reading> readings = new LinkedHashMap<>();

    @Test
    void anEmptyFormNamesEveryRequiredRowAndPictureInOrder() {
        Completeness gaps = Forms.ENGINE.completeness(plan, Map.of());

        assertThat(Forms.ids(gaps.unanswered().stream()))
                .startsWith("M01", "M02", "M03")
                .endsWith("M28", "M29")
                .doesNotContain("M25", "M26", "M27", "M11");
        assertThat(Forms.ids(gaps.withoutPhoto().stream())).containsExactly("M02", "M19", "M25");
        assertThat(gaps.isComplete()).isFalse();
    }

    @Test
    void aFormWithEveryRowAnsweredIsComplete() {
        answerEverything();

        assertThat(gaps().isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice", "alarm"})
    void anAlarmNeedsItsTextInTheNote(String answer) {
        answerEverything();
        readings.put(SlotId.of("M26"), Forms.reading(slot("M26"), Forms.value(slot("M26"), "已复位")));
        Reading alarm = Forms.reading(slot("M03"), Forms.choice(answer), PHOTO);
        readings.put(SlotId.of("M03"), alarm);
        assertThat(gaps()).isEqualTo(new Completeness(List.of(), List.of(), List.of(SlotId.of("M03"))));

        readings.put(
                SlotId.of("M03"),
                new Reading(alarm.slot(), alarm.value(), null, alarm.photos(), "A12 风扇故障", alarm.verdict(), Forms.AT));
        assertThat(gaps().isComplete()).isTrue();
    }

    @Test
    void aReasonIsAnAnswerAndNeedsNoPicture() {
        answerEverything();
        readings.put(SlotId.of("M25"), Forms.skipped(slot("M25"), "现场禁止拍照，批准人：机房管理员"));

        assertThat(gaps().isComplete()).isTrue();
    }

    @Test
    void aSkipWithoutReasonIsAGap() {
        answerEverything();
        readings.put(SlotId.of("M06"), Forms.skipped(slot("M06"), " "));

        assertThat(Forms.ids(gaps().unanswered().stream())).containsExactly("M06");
    }

    @Test
    void aNoteAloneIsNoAnswer() {
        answerEverything();
        readings.put(
                SlotId.of("M06"),
                new Reading(SlotId.of("M06"), null, null, List.of(), "面板看不清", Verdict.RECORDED, Forms.AT));

        assertThat(Forms.ids(gaps().unanswered().stream())).containsExactly("M06");
    }

    @Test
    void aNameWithoutLettersIsNoSignature() {
        answerEverything();
        readings.put(SlotId.of("M28"), Forms.reading(slot("M28"), Forms.value(slot("M28"), "")));

        assertThat(Forms.ids(gaps().unanswered().stream())).containsExactly("M28");
    }

    @Test
    void whatIsNotNormalNeedsAPictureWhereTheTableSaysF() {
        answerEverything();
        readings.put(SlotId.of("M21"), Forms.reading(slot("M21"), Forms.number("65")));

        assertThat(Forms.ids(gaps().withoutPhoto().stream())).containsExactly("M21");
        assertThat(gaps().unanswered()).isEmpty();
    }

    @Test
    void whatIsAbnormalNeedsTheProblemWrittenDown() {
        answerEverything();
        readings.put(SlotId.of("M21"), Forms.reading(slot("M21"), Forms.number("71"), PHOTO));

        assertThat(Forms.ids(gaps().unanswered().stream())).containsExactly("M26");
    }

    @Test
    void theWorstVerdictStandsForTheForm() {
        assertThat(Forms.ENGINE.worst(List.of(Verdict.NORMAL, Verdict.ABNORMAL, Verdict.WARNING)))
                .isEqualTo(Verdict.ABNORMAL);
        assertThat(Forms.ENGINE.worst(List.of(Verdict.NORMAL, Verdict.UNJUDGED, Verdict.SKIPPED)))
                .isEqualTo(Verdict.UNJUDGED);
        assertThat(Forms.ENGINE.worst(List.of(Verdict.RECORDED, Verdict.NORMAL, Verdict.SKIPPED)))
                .isEqualTo(Verdict.NORMAL);
        assertThat(Forms.ENGINE.worst(List.of())).isEqualTo(Verdict.RECORDED);
    }

    private Completeness gaps() {
        return Forms.ENGINE.completeness(plan, readings);
    }

    private FormSlot slot(String id) {
        return plan.slot(SlotId.parse(id)).orElseThrow();
    }

    private void answerEverything() {
        for (FormSlot slot : plan.slots()) {
            switch (slot.item().kind()) {
                case NUMBER ->
                    readings.put(
                            slot.id(),
                            Forms.reading(slot, Forms.number(slot.id().item().equals("M04") ? "0" : "25")));
                case YES_NO, CHOICE, MULTI_CHOICE ->
                    readings.put(
                            slot.id(),
                            Forms.reading(
                                    slot,
                                    Forms.value(
                                            slot, slot.limits().normalOptions().getFirst()),
                                    PHOTO));
                case SIGNATURE -> readings.put(slot.id(), Forms.reading(slot, Forms.value(slot, "示例员甲")));
                case PHOTO -> readings.put(slot.id(), Forms.reading(slot, null, PHOTO));
                case TEXT, COMPUTED, DATE, DATE_TIME, ASSET, TABLE, JAR_TABLE -> {}
            }
        }
        for (String id : List.of("M06", "M08")) {
            readings.put(SlotId.of(id), Forms.reading(slot(id), Forms.number("50")));
        }
        readings.put(SlotId.of("M16"), Forms.reading(slot("M16"), Forms.number("50")));
    }
}
