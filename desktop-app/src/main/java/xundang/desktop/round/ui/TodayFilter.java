package xundang.desktop.round.ui;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.RoundItem.State;

/**
 * Which items are shown.
 *
 * @param form template id; absent for all forms
 * @param room key of a room; absent for all rooms
 * @param mine without what a colleague has taken over or done
 */
public record TodayFilter(
        Group group, @Nullable String form, @Nullable String room, boolean mine) {
    /** Everything. */
    public static final TodayFilter ALL = new TodayFilter(Group.ALL, null, null, false);

    /** States that are looked at together. */
    public enum Group {
        ALL,
        OVERDUE,
        DUE,
        STARTED,
        DONE,
        MISSED,
        PUT_OFF;

        /** The states of the group. */
        Set<State> states() {
            return switch (this) {
                case ALL -> EnumSet.allOf(State.class);
                case OVERDUE -> EnumSet.of(State.OVERDUE);
                case DUE -> EnumSet.of(State.DUE, State.UPCOMING);
                case STARTED -> EnumSet.of(State.STARTED);
                case DONE -> EnumSet.of(State.DONE);
                case MISSED -> EnumSet.of(State.MISSED);
                case PUT_OFF -> EnumSet.of(State.PASSED_OVER, State.POSTPONED);
            };
        }

        boolean has(State state) {
            return states().contains(state);
        }
    }

    /** The same with other states. */
    public TodayFilter withGroup(Group other) {
        return new TodayFilter(other, form, room, mine);
    }

    TodayFilter withForm(@Nullable String other) {
        return new TodayFilter(group, other, room, mine);
    }

    TodayFilter withRoom(@Nullable String other) {
        return new TodayFilter(group, form, other, mine);
    }

    TodayFilter withMine(boolean other) {
        return new TodayFilter(group, form, room, other);
    }

    /** Whether the item is shown, its state aside: what the counts of the states are made of. */
    boolean takesButForState(RoundItem item) {
        return (form == null || form.equals(item.templateId()))
                && (room == null || room.equals(item.room().key()))
                && (!mine || isMine(item));
    }

    private static boolean isMine(RoundItem item) {
        return item.done() == null
                ? item.mine() && !item.isColleagues()
                : item.done().own();
    }
}
