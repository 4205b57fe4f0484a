package xundang.model.round;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has taken which part of a round. */
public final class Shares {
    /** A share as the ledger holds it. */
    public record Recorded(UUID id, RoundShare share) {}

    private static final Comparator<Recorded> BY_TIME = Comparator.<Recorded, java.time.Instant>comparing(
                    recorded -> recorded.share().made())
            .thenComparing(Recorded::id);

    private final Map<RoundShare.Part, Recorded> latest = new HashMap<>();

    /** @param shares in any order */
    public Shares(Collection<Recorded> shares) {
        shares.forEach(share -> latest.merge(
                share.share().part(), share, (one, other) -> BY_TIME.compare(one, other) >= 0 ? one : other));
    }

    /** Who has taken the part that the occurrence belongs to: its room, or else its whole site. */
    public Optional<RoundShare> holder(Occurrence occurrence) {
        String site = occurrence.asset().siteId();
        if (site == null) {
            return Optional.empty();
        }
        Optional<RoundShare> room = held(occurrence, site, occurrence.asset().place());
        return room.isPresent() || occurrence.asset().place() == null ? room : held(occurrence, site, null);
    }

    private Optional<RoundShare> held(Occurrence occurrence, String site, @Nullable String place) {
        return Optional.ofNullable(latest.get(new RoundShare.Part(
                        occurrence.plan().id(), occurrence.window().slot(), site, place)))
                .map(Recorded::share)
                .filter(RoundShare::taken);
    }
}
