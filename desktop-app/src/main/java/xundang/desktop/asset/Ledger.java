package xundang.desktop.asset;

import java.util.List;
import java.util.Optional;
import xundang.model.asset.AssetId;

/** Reading the ledger on this laptop. Blocking; on the store thread only. */
public interface Ledger {
    /** Assets whose number, name, brand, model or place contains every word of {@code text}; all of them when it is blank. */
    List<AssetSummary> search(String text, int limit);

    /** How many real and how many sample assets this laptop holds. */
    Counts counts();

    /** Everything about one object. */
    Optional<Dossier> dossier(AssetId id);

    /** Forms that fit the object, those of its own category first; none for an object that this laptop does not hold. */
    List<FormOffer> forms(AssetId id);

    /** What a scanned or typed text stands for. */
    TagResolution resolve(String scanned);

    /** Sample assets are counted apart, always. */
    record Counts(long real, long sample) {}
}
