package xundang.desktop.round.ui;

import java.time.Duration;
import java.time.OffsetDateTime;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.RoundItem.When;

/** When an item is to be done, and what is to be said of it now. */
final class WhenWords {
    private final UiTexts texts;

    WhenWords(UiTexts texts) {
        this.texts = texts;
    }

    /** {@code 09:00 ±30 分}, or the last day. */
    String when(When when) {
        return switch (when) {
            case When.Slot slot -> slot(slot);
            case When.Hours hours ->
                texts.get(
                        "round.when.window",
                        texts.times().clock(hours.opens()),
                        texts.times().clock(hours.closes()));
            case When.Days days ->
                days.from().equals(days.dueOn())
                        ? texts.get("round.when.day")
                        : texts.get("round.when.days", texts.times().day(texts.language(), days.dueOn()));
        };
    }

    private String slot(When.Slot slot) {
        String planned = texts.times().clock(slot.planned());
        long before = Duration.between(slot.opens(), slot.planned()).toMinutes();
        long after = Duration.between(slot.planned(), slot.closes()).toMinutes();
        return before == after
                ? texts.get("round.when.slot", planned, before)
                : texts.get(
                        "round.when.window",
                        texts.times().clock(slot.opens()),
                        texts.times().clock(slot.closes()));
    }

    /** Time left, when it begins, who did it, or why it is not done. */
    String state(RoundItem item, OffsetDateTime now) {
        return switch (item.state()) {
            case STARTED -> started(item, now);
            case DUE, OVERDUE -> left(item.when(), now);
            case UPCOMING -> opens(item.when());
            case DONE -> done(item);
            case MISSED -> missed(item.when());
            case PASSED_OVER, POSTPONED -> putOff(item);
        };
    }

    private String started(RoundItem item, OffsetDateTime now) {
        RoundItem.Begun draft = item.draft();
        if (draft != null && !draft.own()) {
            return texts.get("round.state.begunBy", draft.person());
        }
        String progress = draft == null ? "" : texts.get("round.progress.of", draft.answered(), draft.slots());
        String left = left(item.when(), now);
        return left.isEmpty() ? progress : texts.get("round.state.both", progress, left);
    }

    private String left(When when, OffsetDateTime now) {
        return switch (when) {
            case When.Slot slot -> {
                Duration left = Duration.between(now, slot.closes());
                yield left.isNegative() ? "" : texts.get("round.state.left", left.toMinutes());
            }
            case When.Hours ignored -> "";
            case When.Days ignored -> "";
        };
    }

    private String opens(When when) {
        return switch (when) {
            case When.Slot slot -> texts.get("round.state.opens", texts.times().clock(slot.opens()));
            case When.Hours hours ->
                texts.get("round.state.opens", texts.times().clock(hours.opens()));
            case When.Days ignored -> "";
        };
    }

    private String missed(When when) {
        return when instanceof When.Slot slot
                ? texts.get("round.state.closed", texts.times().clock(slot.closes()))
                : "";
    }

    private String done(RoundItem item) {
        RoundItem.Done done = item.done();
        return done == null
                ? ""
                : texts.get(
                        done.late() ? "round.state.doneLate" : "round.state.done",
                        done.person(),
                        texts.times()
                                .recent(
                                        texts.language(),
                                        done.at().toInstant(),
                                        texts.clock().instant()));
    }

    private String putOff(RoundItem item) {
        RoundItem.PutOff putOff = item.putOff();
        if (putOff == null) {
            return "";
        }
        return putOff.until() == null
                ? texts.get("round.state.skipped", putOff.person(), putOff.reason())
                : texts.get("round.state.postponed", UntilText.words(putOff.until()), putOff.reason());
    }
}
