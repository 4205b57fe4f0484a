package xundang.model.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;
import xundang.model.json.ModelJson;

class FieldConflictTest {
    @Test
    void itTravelsWithBothCandidatesAndTheirSources() {
        FieldConflict doubt = FieldConflict.open(
                new AssetId(new UUID(1, 2)),
                "floor",
                List.of(
                        new FieldConflict.Candidate(StringNode.valueOf("7"), "list"),
                        new FieldConflict.Candidate(StringNode.valueOf("4"), "plan")));

        String json = ModelJson.mapper().writeValueAsString(doubt);

        assertThat(json).contains("\"state\":\"open\"").contains("\"asset_id\"").doesNotContain("settled_value");
        assertThat(ModelJson.mapper().readValue(json, FieldConflict.class)).isEqualTo(doubt);
    }
}
