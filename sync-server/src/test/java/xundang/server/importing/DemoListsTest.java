package xundang.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.RecordType;

/** What the rows of the demonstration lists say, and what they do not. */
class DemoListsTest {
    @Test
    void aRoomThatOnlyTheScopeOfTheListNamesIsSaidToBeInferred() throws IOException {
        assertThat(sources("BOSCH 主机及桌面话筒", "room")).containsOnly("002_53368a6f628d802e.txt:7658");
        assertThat(sources("网络系统", "room")).containsOnly("002_53368a6f628d802e.txt:7646-7648（房间按清单范围推定）");
        assertThat(sources("网络系统", "site")).containsOnly("002_53368a6f628d802e.txt:7646-7648");
    }

    private static List<String> sources(String part, String field) throws IOException {
        return new MeetingRoomRows()
                .plan(table("meeting-room-212.csv")).stream()
                        .filter(record -> record.type().equals(RecordType.ASSET))
                        .map(PlannedRecord::fields)
                        .filter(fields -> fields.get("list_part").stringValue().equals(part))
                        .map(fields ->
                                fields.get("sources").get(field).get("source").stringValue())
                        .toList();
    }

    @Test
    void whatTheSourceCallsApproximateStaysApproximate() throws IOException {
        assertThat(qualifiers("临港新片区治安监控提升项目")).containsExactly("optical_cable 余");
        assertThat(qualifiers("临港新片区海堤及滨果公路沿线智能监控项目")).containsExactly("road_section_length 约");
        assertThat(qualifiers("临港社区智能安防设施改造集成项目一期")).isEmpty();
    }

    @Test
    void aPlaceThatIsOnlyTheMainOneIsSaidToBeThat() throws IOException {
        assertThat(project("临港新片区治安监控提升项目").get("deployed_qualifier").stringValue())
                .isEqualTo("主要");
        assertThat(project("临港社区智能安防设施改造集成项目一期")).doesNotContainKey("deployed_qualifier");
    }

    @Test
    void remarksOfWhoeverDrewTheListUpAreNoFacts() throws IOException {
        assertThat(projects())
                .allSatisfy(project -> assertThat(project.get("figures"))
                        .allSatisfy(figure -> assertThat(figure.has("note")).isFalse()));
    }

    private static List<String> qualifiers(String project) throws IOException {
        return project(project)
                .get("figures")
                .valueStream()
                .filter(figure -> figure.has("qualifier"))
                .map(figure -> figure.get("metric").stringValue() + " "
                        + figure.get("qualifier").stringValue())
                .toList();
    }

    private static Map<String, JsonNode> project(String name) throws IOException {
        return projects().stream()
                .filter(project -> project.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, JsonNode>> projects() throws IOException {
        return new VideoProjectRows()
                .plan(table("video-projects.csv")).stream()
                        .map(PlannedRecord::fields)
                        .toList();
    }

    private static CsvTable table(String name) throws IOException {
        try (InputStream in = DemoListsTest.class.getResourceAsStream("demo-ledger/" + name)) {
            return CsvTable.read(in.readAllBytes());
        }
    }
}
