package xundang.model.round;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.ModelJson;

/** The plans that a new ledger begins with: the rhythms of the sources (domain specification, sections 2 and 3), each with its source. */
public final class DefaultPlans {
    private static final String FILE = "default-plans.json";

    private DefaultPlans() {}

    /**
     * A plan of the file.
     *
     * @param key names it for good, so that a repeated import finds it again
     */
    public record Named(String key, PlanBody body) {}

    /** The plans, beginning on that day. */
    public static List<Named> startingOn(LocalDate day) {
        return File.READ.plans().stream().map(plan -> named(plan, day)).toList();
    }

    private static Named named(ObjectNode plan, LocalDate day) {
        ObjectNode fields = plan.deepCopy();
        String key = fields.remove("key").stringValue();
        fields.put("starts_on", day.toString());
        if (!fields.has("purpose")) {
            fields.put("purpose", "regular");
        }
        return new Named(key, ModelJson.mapper().treeToValue(fields, PlanBody.class));
    }

    private record File(
            @JsonProperty("schema") int schema,
            @JsonProperty("plans") List<ObjectNode> plans) {
        private static final File READ = read();

        private static File read() {
            try (InputStream in = DefaultPlans.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IllegalStateException(FILE + " is missing from the program");
                }
                return ModelJson.mapper().readValue(in, File.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
