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

    /**
     * Whether several objects give the attribute and do not agree, e.g. two battery strings of one host. Then it has no value here, and
     * none may stand in for it.
     */
    default boolean disputed(String name) {
        return false;
    }

    /** This, and {@code other} where this has no value. */
    default Attributes orElse(Attributes other) {
        Attributes first = this;
        return new Attributes() {
            @Override
            public Optional<String> value(String name) {
                return first.disputed(name)
                        ? Optional.empty()
                        : first.value(name).or(() -> other.value(name));
            }

            @Override
            public boolean disputed(String name) {
                return first.disputed(name) || (first.value(name).isEmpty() && other.disputed(name));
            }
        };
    }
}
