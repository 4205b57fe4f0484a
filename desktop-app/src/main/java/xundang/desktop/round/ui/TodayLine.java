package xundang.desktop.round.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import xundang.desktop.round.Room;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.RoundItem.State;

/** A line of Today. */
public sealed interface TodayLine {
    /** What it stays the same line by, however its content changes. */
    Object key();

    /**
     * A room, with how many of its items are done.
     *
     * @param taken who does what is not done in it, as far as people said so
     */
    record Place(Room room, int done, int total, List<RoundItem.Taken> taken) implements TodayLine {
        @Override
        public Object key() {
            return room.key();
        }
    }

    /** Something to inspect there. */
    record Item(RoundItem item) implements TodayLine {
        @Override
        public Object key() {
            return item.identity();
        }
    }

    /** Lines of the items that pass the filter, each room once. A room's count is that of the room, not of what is shown of it. */
    static List<TodayLine> of(List<RoundItem> items, TodayFilter filter) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (RoundItem item : items) {
            places.merge(item.room().key(), place(item), TodayLine::together);
        }
        Map<String, List<TodayLine>> shown = new LinkedHashMap<>();
        for (RoundItem item : items) {
            if (filter.takesButForState(item) && filter.group().has(item.state())) {
                shown.computeIfAbsent(item.room().key(), key -> new ArrayList<>())
                        .add(new Item(item));
            }
        }
        List<TodayLine> lines = new ArrayList<>();
        shown.forEach((room, of) -> {
            lines.add(places.get(room));
            lines.addAll(of);
        });
        return lines;
    }

    private static Place place(RoundItem item) {
        RoundItem.Taken taken = item.state() == State.DONE ? null : item.taken();
        return new Place(
                item.room(), item.state() == State.DONE ? 1 : 0, 1, taken == null ? List.of() : List.of(taken));
    }

    private static Place together(Place one, Place other) {
        List<RoundItem.Taken> taken = Stream.concat(one.taken().stream(), other.taken().stream())
                .distinct()
                .toList();
        return new Place(one.room(), one.done() + other.done(), one.total() + other.total(), taken);
    }

    /** Brings a list up to date: lines that stay are changed in their place, so that nothing moves that need not. */
    static void update(ObservableList<TodayLine> list, List<TodayLine> now) {
        boolean same = list.size() == now.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = list.get(i).key().equals(now.get(i).key());
        }
        if (!same) {
            list.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!list.get(i).equals(now.get(i))) {
                list.set(i, now.get(i));
            }
        }
    }
}
