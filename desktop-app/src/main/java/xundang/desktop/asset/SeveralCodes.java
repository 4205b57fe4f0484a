package xundang.desktop.asset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xundang.model.asset.AssetId;
import xundang.model.tag.TagParse;
import xundang.model.tag.TagText;

/**
 * The codes of one picture: devices often carry their maker's code beside our label, and a rack shows several labels. Labels come before
 * foreign codes; of several objects the person chooses; what leads to no object is only said when nothing else does.
 */
final class SeveralCodes {
    private SeveralCodes() {}

    static TagResolution together(Ledger ledger, List<String> codes) {
        if (codes.size() == 1) {
            return ledger.resolve(codes.getFirst());
        }
        List<String> labels = codes.stream()
                .filter(code -> !(TagText.parse(code) instanceof TagParse.NotATag))
                .toList();
        List<TagResolution> all = (labels.isEmpty() ? codes : labels)
                .stream().map(ledger::resolve).toList();
        Map<AssetId, AssetSummary> objects = new LinkedHashMap<>();
        for (TagResolution one : all) {
            if (one instanceof TagResolution.Found found) {
                ledger.dossier(found.id()).map(Dossier::asset).ifPresent(asset -> objects.put(asset.id(), asset));
            } else if (one instanceof TagResolution.Several several) {
                several.candidates().forEach(asset -> objects.put(asset.id(), asset));
            }
        }
        return switch (objects.size()) {
            case 0 -> mostTelling(all);
            case 1 -> new TagResolution.Found(objects.keySet().iterator().next());
            default -> new TagResolution.Several(List.copyOf(objects.values()));
        };
    }

    private static TagResolution mostTelling(List<TagResolution> all) {
        return first(all, TagResolution.UnknownAsset.class)
                .or(() -> first(all, TagResolution.WrongCheck.class))
                .or(() -> first(all, TagResolution.OtherLedger.class))
                .orElse(all.getFirst());
    }

    private static Optional<TagResolution> first(List<TagResolution> all, Class<? extends TagResolution> kind) {
        return all.stream().filter(kind::isInstance).findFirst();
    }
}
