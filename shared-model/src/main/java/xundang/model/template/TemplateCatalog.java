package xundang.model.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** The inspection templates that this program knows, every version of each. Immutable. */
public final class TemplateCatalog {
    private static final List<String> BUNDLED = List.of("ups-m.v1.json");

    private final List<InspectionTemplate> templates;

    private TemplateCatalog(List<InspectionTemplate> templates) {
        this.templates = templates;
    }

    /** The templates that come with the program. */
    public static TemplateCatalog bundled() {
        return new TemplateCatalog(BUNDLED.stream()
                .map(file -> template(file, resource(file)))
                .sorted(Comparator.comparing(InspectionTemplate::id).thenComparingInt(InspectionTemplate::version))
                .toList());
    }

    /** Reads one template; throws {@link IllegalArgumentException} naming every fault of a faulty file. */
    public static InspectionTemplate template(String fileName, String json) {
        List<TemplateFault> faults = TemplateCheck.check(fileName, json);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(
                    "\n", faults.stream().map(TemplateFault::message).toList()));
        }
        try {
            return TemplateCompiler.compile(TemplateCheck.read(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(fileName, e);
        }
    }

    /** All templates by id, then version. */
    public List<InspectionTemplate> all() {
        return templates;
    }

    /** The newest version, for beginning an inspection. */
    public Optional<InspectionTemplate> find(String id) {
        return templates.stream()
                .filter(template -> template.id().equals(id))
                .max(Comparator.comparingInt(InspectionTemplate::version));
    }

    /** Exactly that version, for a form that was begun with it. */
    public Optional<InspectionTemplate> find(String id, int version) {
        return templates.stream()
                .filter(template -> template.id().equals(id) && template.version() == version)
                .findFirst();
    }

    private static String resource(String file) {
        try (InputStream in = TemplateCatalog.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
