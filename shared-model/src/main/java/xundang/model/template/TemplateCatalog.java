package xundang.model.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** The inspection templates that this program knows, every version of each. Immutable. */
public final class TemplateCatalog {
    /** Forms (a) to (j) of the domain specification, section 4. */
    private static final List<String> BUNDLED = List.of(
            "ups-m.v1.json",
            "ups-q.v1.json",
            "room-p.v1.json",
            "fire-p.v1.json",
            "room-sc.v1.json",
            "cam-f.v1.json",
            "vid-d.v1.json",
            "ledger-sc.v1.json",
            "bat-r.v1.json",
            "rem-r.v1.json");

    private final List<InspectionTemplate> templates;

    private TemplateCatalog(List<InspectionTemplate> templates) {
        this.templates = templates;
    }

    /** The bundled files as written, read once. */
    private static final class Files {
        private static final Map<String, TemplateFile> BY_NAME = read();

        private static Map<String, TemplateFile> read() {
            Map<String, TemplateFile> files = new LinkedHashMap<>();
            BUNDLED.forEach(name -> files.put(name, TemplateCheck.read(resource(name))));
            return files;
        }
    }

    /** The templates that come with the program. */
    public static TemplateCatalog bundled() {
        List<InspectionTemplate> templates = new ArrayList<>();
        Files.BY_NAME.forEach((name, file) -> templates.add(compiled(name, file)));
        return of(templates);
    }

    /** A catalogue of these. */
    public static TemplateCatalog of(List<InspectionTemplate> templates) {
        return new TemplateCatalog(templates.stream()
                .sorted(Comparator.comparing(InspectionTemplate::id).thenComparingInt(InspectionTemplate::version))
                .toList());
    }

    /** Reads one template; throws {@link IllegalArgumentException} naming every fault of a faulty file. */
    public static InspectionTemplate template(String fileName, String json) {
        requireGood(TemplateCheck.check(fileName, json));
        try {
            return compiled(fileName, TemplateCheck.read(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(fileName, e);
        }
    }

    private static InspectionTemplate compiled(String fileName, TemplateFile file) {
        requireGood(TemplateCheck.check(fileName, file));
        return TemplateCompiler.compile(
                TemplateIncludes.expand(fileName, file, TemplateCatalog::file).file());
    }

    private static void requireGood(List<TemplateFault> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(
                    "\n", faults.stream().map(TemplateFault::message).toList()));
        }
    }

    /** What other templates may take over from: the bundled files. */
    static Optional<TemplateFile> file(String id, int version) {
        return Files.BY_NAME.values().stream()
                .filter(file -> id.equals(file.id()) && file.version() == version)
                .findFirst();
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
