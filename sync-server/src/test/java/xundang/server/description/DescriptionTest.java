package xundang.server.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.Paths;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.TestServer;

/** The description says what the server does, no more and no less. */
class DescriptionTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    /** A problem is made from the last part of its type and its code. */
    private static final Pattern PROBLEM_NAME = Pattern.compile("\"([a-z][a-z-]+)\",\\s*\"E-[A-Z]+-");

    private final JsonNode description = ModelJson.mapper().readTree(DescriptionResource.read());

    @Test
    void everyRouteIsDescribedAndEveryDescribedRouteExists(@TempDir Path folder) {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            assertThat(described())
                    .containsExactlyElementsOf(new TreeSet<>(server.running().routes().stream()
                            .filter(route -> route.contains(" /v1/"))
                            .toList()));
            JsonNode served = ModelJson.mapper()
                    .readTree(server.http()
                            .send(server.http().request(Paths.OPENAPI).GET())
                            .expect(200)
                            .response()
                            .body());
            assertThat(served).isEqualTo(description);
            assertThat(served.path("openapi").stringValue()).startsWith("3.1");
        }
    }

    /** What a message class does not know, or leaves out, would make the two differ. */
    @Test
    void everyExampleIsAMessageAndEveryMessageHasOne() throws ClassNotFoundException {
        for (Map.Entry<String, JsonNode> schema :
                description.path("components").path("schemas").properties()) {
            Class<?> message = Class.forName("xundang.model.sync." + schema.getKey());
            JsonNode example = schema.getValue().path("examples").get(0);
            Object read = ModelJson.mapper().treeToValue(example, message);
            JsonNode written = ModelJson.mapper().readTree(ModelJson.mapper().writeValueAsString(read));
            assertThat(written).as(schema.getKey()).isEqualTo(ModelJson.mapper().readTree(example.toString()));
            assertThat(schema.getValue().path("properties").propertyNames())
                    .as(schema.getKey())
                    .containsExactlyInAnyOrderElementsOf(Stream.of(message.getRecordComponents())
                            .map(component -> component.getName())
                            .toList());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Matcher reference =
                Pattern.compile("\"#/components/schemas/([A-Za-z]+)\"").matcher(description.toString());
        int count = 0;
        while (reference.find()) {
            count++;
            assertThat(description.path("components").path("schemas").has(reference.group(1)))
                    .as(reference.group(1))
                    .isTrue();
        }
        assertThat(count).isGreaterThan(10);
    }

    @Test
    void everyDescribedProblemExistsAndEveryProblemIsDescribed() throws IOException {
        Set<String> described = new TreeSet<>(description.path("x-op-problems").propertyNames());
        for (JsonNode path : description.path("paths")) {
            for (JsonNode method : path) {
                for (JsonNode response : method.path("responses")) {
                    response.path("x-problems").forEach(name -> described.add(name.stringValue()));
                }
            }
        }
        Set<String> made = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                Matcher names = PROBLEM_NAME.matcher(Files.readString(file));
                while (names.find()) {
                    made.add(names.group(1));
                }
            }
        }
        // The answer to what only a web framework can refuse; no route of the protocol gives it.
        made.remove("refused");
        assertThat(described).isEqualTo(made);
    }

    private List<String> described() {
        Set<String> routes = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return List.copyOf(routes);
    }
}
