package xundang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.account.Role;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.PlanId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.inspection.RecordHash;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.model.template.Verdict;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** 计划与完成情况, as a supervisor sees it on 2026-11-20. */
class PlansPageTest {
    @TempDir
    Path folder;

    private TestServer server;
    private Laptop manager;
    private Laptop inspector;
    private Browser browser;
    private UUID site;
    private UUID first;
    private UUID second;
    private UUID plan;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind());
        manager = server.manager();
        server.person("li", Role.INSPECTOR, "*");
        inspector = server.laptop("li");
        server.person("wang", Role.SUPERVISOR, "*");
        browser = new Browser(server).loggedIn("wang");
        site = server.ids.next();
        first = server.ids.next();
        second = server.ids.next();
        plan = server.ids.next();
        manager.push(
                manager.createSite(site, "S-1"),
                manager.createAsset(first, Map.of("asset_no", "UPS-000001", "site_id", site.toString())),
                manager.createAsset(second, Map.of("asset_no", "UPS-000002", "site_id", site.toString())));
        plan(plan, "UPS 月度巡检", "2026-10-01");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    DatabaseKind kind() {
        return DatabaseKind.H2;
    }

    @Test
    void aMonthShowsWhatWasDoneAndWhatIsStillOpen() {
        inspect(first, "2026-11", "2026-11-20T08:00:00+08:00");

        assertThat(browser.page("/plans"))
                .contains("机房S-1", "UPS 月度巡检", "每月一次", "来源 002")
                .contains(row(2, 1, 0, 0, 0, 0, 1, "50.00 % (1/2)"));
    }

    @Test
    void whatWasMadeUpCountsForItsOwnMonth() {
        inspect(first, "2026-10", "2026-11-20T08:00:00+08:00");

        assertThat(browser.page("/plans?month=2026-10"))
                .contains("<td>2</td><td>1</td><td>1</td><td>0</td><td class=\"warn\">1</td>")
                .contains("UPS-000002", "逾期")
                .contains("2026-10-31 23:59");
        assertThat(browser.page("/plans?month=2026-11")).contains(row(2, 0, 0, 0, 0, 0, 2, "0.00 % (0/2)"));
    }

    @Test
    void whatWasSkippedShowsItsReason() {
        Map<String, Object> mark = new LinkedHashMap<>(Map.of(
                "plan_id", plan.toString(),
                "asset_id", second.toString(),
                "slot", "2026-11",
                "kind", "skip",
                "reason", "机房停电检修",
                "user_id", inspector.user().toString(),
                "user_name", "同事li",
                "at", "2026-11-20T08:00:00+08:00",
                "clock_offset_ms", 0));
        inspector.push(inspector.op(
                new OpKind("round_mark.create"), RecordType.ROUND_MARK, server.ids.next(), 0, Laptop.created(mark)));

        assertThat(browser.page("/plans")).contains("已跳过：机房停电检修（同事li）");
    }

    @Test
    void theLaptopsKnownClockErrorIsTakenOff() {
        OffsetDateTime shown = OffsetDateTime.parse("2026-12-01T00:10:00+08:00");
        InspectionBody body = body(first, "2026-11", shown, 3_600_000L);

        push(body);

        assertThat(browser.page("/plans")).contains("<td>2</td><td>1</td><td>0</td>");
    }

    @Test
    void aPersonSeesOnlyTheirOwnSites() {
        server.person("zhao", Role.SUPERVISOR, server.ids.next().toString());

        assertThat(new Browser(server).loggedIn("zhao").page("/plans"))
                .contains("没有应检的项目")
                .doesNotContain("UPS-00000");
    }

    @Test
    void aMonthWithoutPlansSaysSoAndNonsenseShowsThisMonth() {
        assertThat(browser.page("/plans?month=2026-01")).contains("没有应检的项目");
        assertThat(browser.page("/plans?month=x&day=2026-02-30"))
                .contains("2026-11")
                .contains("UPS 月度巡检");
    }

    @Test
    void thePageExistsInEnglish() {
        assertThat(browser.page("/plans?lang=en")).contains("Plans and progress", "Monthly", "source 002");
    }

    private static String row(
            int planned, int done, int late, int missed, int overdue, int skipped, int open, String coverage) {
        StringBuilder row = new StringBuilder();
        for (int count : List.of(planned, done, late, missed, overdue, skipped, open)) {
            row.append("<td>").append(count).append("</td>");
        }
        return row.append("<td>").append(coverage).append("</td>").toString();
    }

    private void plan(UUID id, String name, String starts) {
        Map<String, Object> fields = Map.of(
                "name", name,
                "template_id", "ups-m",
                "category", "ups_host",
                "rhythm", Map.of("kind", "months", "months", 1),
                "starts_on", starts,
                "purpose", "regular",
                "source", "002");
        assertThat(manager.push(manager.op(OpKind.PLAN_CREATE, RecordType.PLAN, id, 0, Laptop.created(fields)))
                        .getFirst()
                        .status())
                .isEqualTo(OpStatus.APPLIED);
    }

    private void inspect(UUID asset, String slot, String begun) {
        push(body(asset, slot, OffsetDateTime.parse(begun), 0));
    }

    private InspectionBody body(UUID asset, String slot, OffsetDateTime begun, long offsetMs) {
        return RecordHash.seal(new InspectionBody(
                new AssetId(asset),
                "ups-m",
                1,
                null,
                new PlannedSlot(new PlanId(plan), slot),
                begun,
                begun.plusMinutes(20),
                inspector.user(),
                "同事li",
                inspector.device(),
                offsetMs,
                Map.of(),
                List.of(),
                null,
                Verdict.NORMAL,
                ""));
    }

    private void push(InspectionBody body) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Laptop.node(body).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        assertThat(inspector
                        .push(inspector.op(
                                OpKind.INSPECTION_CREATE,
                                RecordType.INSPECTION,
                                server.ids.next(),
                                0,
                                Laptop.created(fields)))
                        .getFirst()
                        .status())
                .isEqualTo(OpStatus.APPLIED);
    }
}
