package xundang.model.template;

import java.util.Optional;

/**
 * What is known about the inspected object, by attribute name without prefix, e.g. {@code phases} or {@code v_in_nom}. Whoever fills in
 * the form decides where the values come from; the order is: the asset, answers observed on site, the site.
 */
@FunctionalInterface
public interface Attributes {
    /** The attribute's value as text; empty when nobody has filled it in. */
    Optional<String> value(String name);

    /** This, and {@code other} where this has no value. */
    default Attributes orElse(Attributes other) {
        return name -> value(name).or(() -> other.value(name));
    }
}
