package xundang.server.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;

/** Cuts what is asked for by id into questions of a size that every database takes. */
final class Slices {
    private static final int SIZE = 500;

    private Slices() {}

    static <T> List<List<T>> of(Collection<T> all) {
        return new ArrayList<>(all.stream().gather(Gatherers.windowFixed(SIZE)).toList());
    }
}
