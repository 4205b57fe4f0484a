package xundang.desktop.asset;

import java.util.List;
import xundang.model.asset.AssetId;

/** What a scanned or typed text turned out to be. */
public sealed interface TagResolution {
    /** Exactly one asset. */
    record Found(AssetId id) implements TagResolution {}

    /** A typed text that fits several assets; the person chooses. */
    record Several(List<AssetSummary> candidates) implements TagResolution {}

    /** A good tag of this ledger, but its asset is not on this laptop. */
    record UnknownAsset(String assetNo) implements TagResolution {}

    /** A good tag of another ledger. */
    record OtherLedger(String ledgerCode, String assetNo) implements TagResolution {}

    /** Looks like a tag, but its check digits do not fit: damaged or forged. */
    record WrongCheck(String text) implements TagResolution {}

    /** Not a tag and not the number of an asset. */
    record NotATag(String text) implements TagResolution {}
}
