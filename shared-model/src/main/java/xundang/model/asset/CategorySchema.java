package xundang.model.asset;

import java.util.List;
import java.util.Optional;
import xundang.model.template.Label;

/**
 * One category (类别) of the ledger and the attributes that only its objects have.
 *
 * @param code e.g. {@code ups_host}
 * @param prefix of its asset numbers, e.g. {@code UPS}; no two categories share one
 * @param taggable false for lots of bulk material, which carry no label
 */
public record CategorySchema(String code, String prefix, boolean taggable, Label label, List<AttributeDef> attributes) {
    public CategorySchema {
        attributes = List.copyOf(attributes);
    }

    /** The attribute with that name (without {@code attr.}). */
    public Optional<AttributeDef> attribute(String name) {
        return attributes.stream().filter(def -> def.name().equals(name)).findFirst();
    }
}
