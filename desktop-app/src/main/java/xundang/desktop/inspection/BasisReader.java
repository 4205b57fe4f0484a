package xundang.desktop.inspection;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xundang.desktop.asset.Assets;
import xundang.desktop.platform.db.Tx;
import xundang.model.inspection.Basis;
import xundang.model.template.Attributes;
import xundang.model.template.FormEngine;

/** Notes what a form's rows and limits are worked out with, at the moment of submitting. Store thread only. */
final class BasisReader {
    private final Assets assets;
    private final FormEngine engine = new FormEngine();

    BasisReader(Assets assets) {
        this.assets = assets;
    }

    Basis of(Tx tx, DraftReader.Open open) {
        InspectionRow row = open.row();
        Attributes seen = name -> Optional.ofNullable(row.observed().get(name));
        Attributes all = assets.attributes(tx, row.asset()).orElse(seen).orElse(assets.siteAttributes(tx, row.asset()));
        Map<String, String> asked = new TreeMap<>();
        Attributes noting = new Attributes() {
            @Override
            public Optional<String> value(String name) {
                Optional<String> value = all.value(name);
                if (!Attributes.isItem(name)) {
                    value.ifPresent(known -> asked.put(name, known));
                }
                return value;
            }

            @Override
            public boolean disputed(String name) {
                return all.disputed(name);
            }
        };
        engine.plan(open.template(), noting, open.draft().readings());
        return new Basis(asked, all.jarBaselines());
    }
}
