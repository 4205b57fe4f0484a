package xundang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.account.Role;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Problem;
import xundang.model.sync.RecordType;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Plans, marks, shares and calendars on the one write path. */
class RoundRecordsTest {
    @TempDir
    Path folder;

    private TestServer server;
    private Laptop manager;
    private Laptop inspector;
    private UUID site;
    private UUID asset;
    private UUID plan;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind());
        manager = server.manager();
        site = server.ids.next();
        asset = server.ids.next();
        plan = server.ids.next();
        server.person("li", Role.INSPECTOR, site.toString());
        inspector = server.laptop("li");
        manager.push(manager.createSite(site, "S-1"), manager.createAsset(asset, Map.of("site_id", site.toString())));
        applied(manager, create(manager, "plan", plan, monthly()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    DatabaseKind kind() {
        return DatabaseKind.H2;
    }

    @Test
    void aPlanOfNoSiteIsForEverybody() {
        assertThat(inspector.seen(plan).scope()).isEqualTo("*");
    }

    @Test
    void aPlanOfASiteStaysWithThatSite() {
        UUID own = server.ids.next();
        Map<String, Object> fields = monthly();
        fields.put("site_id", site.toString());

        applied(manager, create(manager, "plan", own, fields));

        assertThat(inspector.seen(own).scope()).isEqualTo(site.toString());
    }

    @Test
    void aPlanForASiteThatNeverWasIsRefused() {
        Map<String, Object> fields = monthly();
        fields.put("site_id", server.ids.next().toString());

        assertThat(refusal(manager, create(manager, "plan", server.ids.next(), fields)))
                .contains("没有这条记录");
    }

    @Test
    void anInspectorMakesNoPlans() {
        assertThat(refusal(inspector, create(inspector, "plan", server.ids.next(), monthly())))
                .contains("角色");
    }

    @Test
    void aPlanThatCannotBeCarriedOutIsRefusedWithTheReason() {
        Map<String, Object> fields = monthly();
        fields.put("template_id", "ups-x");
        assertThat(refusal(manager, create(manager, "plan", server.ids.next(), fields)))
                .contains("没有“ups-x”这个巡检模板");

        Map<String, Object> slow = monthly();
        slow.put("template_id", "cam-f");
        slow.put("category", "camera");
        slow.put("rhythm", Map.of("kind", "months", "months", 3));
        assertThat(refusal(manager, create(manager, "plan", server.ids.next(), slow)))
                .contains("不得超过一个月");

        Map<String, Object> newer = monthly();
        newer.put("rhythm", Map.of("kind", "moon"));
        assertThat(refusal(manager, create(manager, "plan", server.ids.next(), newer)))
                .contains("不完整或格式有误");
    }

    @Test
    void anEditThatWouldBreakAPlanStandsAsAConflictAndThePlanStays() {
        Op edit = manager.op(
                OpKind.PLAN_PATCH,
                RecordType.PLAN,
                plan,
                1,
                Map.of("ends_on", new FieldChange(null, Laptop.node("2026-08-01"))));

        assertThat(manager.push(edit).getFirst().status()).isEqualTo(OpStatus.CONFLICT);
        assertThat(manager.seen(plan).f()).doesNotContainKey("ends_on");
    }

    @Test
    void aMarkOfTheInspectorIsTakenAndFollowsItsObject() {
        UUID mark = server.ids.next();

        applied(inspector, create(inspector, "round_mark", mark, skip()));

        assertThat(inspector.seen(mark).scope()).isEqualTo(site.toString());
    }

    @Test
    void aMarkWithoutAReasonOrTooLateIsRefused() {
        Map<String, Object> silent = skip();
        silent.put("reason", " ");
        assertThat(refusal(inspector, create(inspector, "round_mark", server.ids.next(), silent)))
                .contains("请写明原因");

        Map<String, Object> late = skip();
        late.put("at", "2027-01-01T00:00:00+08:00");
        assertThat(refusal(inspector, create(inspector, "round_mark", server.ids.next(), late)))
                .contains("已经结束");

        Map<String, Object> far = skip();
        far.put("kind", "postpone");
        far.put("until", "2026-12-01T08:00:00+08:00");
        assertThat(refusal(inspector, create(inspector, "round_mark", server.ids.next(), far)))
                .contains("最多只能延期到");
    }

    @Test
    void aMarkUnderAColleaguesNameIsRefused() {
        Map<String, Object> others = skip();
        others.put("user_name", "别人");

        assertThat(refusal(inspector, create(inspector, "round_mark", server.ids.next(), others)))
                .contains("不是同一人");
    }

    @Test
    void aMarkOfAPlanThatNeverWasIsRefusedAndOneOfADeletedPlanIsKept() {
        Map<String, Object> stray = skip();
        stray.put("plan_id", server.ids.next().toString());
        assertThat(refusal(inspector, create(inspector, "round_mark", server.ids.next(), stray)))
                .contains("没有这条记录");

        applied(manager, manager.op(OpKind.PLAN_DELETE, RecordType.PLAN, plan, 1, Map.of()));
        applied(inspector, create(inspector, "round_mark", server.ids.next(), skip()));
    }

    @Test
    void aMarkIsNeverChanged() {
        UUID mark = server.ids.next();
        applied(inspector, create(inspector, "round_mark", mark, skip()));
        Map<String, Object> other = skip();
        other.put("reason", "另一个原因");

        assertThat(refusal(inspector, create(inspector, "round_mark", mark, other)))
                .contains("不能再改");
    }

    @Test
    void twoPeopleMayTakeTheSameRoomAndBothRecordsAreKept() {
        applied(inspector, create(inspector, "round_share", server.ids.next(), share()));
        applied(inspector, create(inspector, "round_share", server.ids.next(), share()));
    }

    @Test
    void aShareOfASiteThatIsNotOnesOwnIsRefused() {
        UUID other = server.ids.next();
        manager.push(manager.createSite(other, "S-2"));
        Map<String, Object> share = share();
        share.put("site_id", other.toString());

        assertThat(refusal(inspector, create(inspector, "round_share", server.ids.next(), share)))
                .contains("没有这条记录");
    }

    @Test
    void aCalendarIsTakenWholeOrNotAtAll() {
        Map<String, Object> day = Map.of("date", "2027-01-01", "name", "元旦", "kind", "holiday");
        Map<String, Object> year = new LinkedHashMap<>(Map.of("year", 2027, "source", "某通知", "days", List.of(day)));
        applied(manager, create(manager, "calendar", server.ids.next(), year));

        year.put("days", List.of(day, day));
        assertThat(refusal(manager, create(manager, "calendar", server.ids.next(), year)))
                .contains("不重复");
        year.remove("days");
        assertThat(refusal(manager, create(manager, "calendar", server.ids.next(), year)))
                .contains("格式有误");
    }

    private static Map<String, Object> monthly() {
        return new LinkedHashMap<>(Map.of(
                "name", "UPS 月度巡检",
                "template_id", "ups-m",
                "category", "ups_host",
                "rhythm", Map.of("kind", "months", "months", 1),
                "starts_on", "2026-09-01",
                "purpose", "regular"));
    }

    private Map<String, Object> skip() {
        Map<String, Object> mark = signed();
        mark.put("asset_id", asset.toString());
        mark.put("slot", "2026-11");
        mark.put("kind", "skip");
        mark.put("reason", "机房停电检修");
        return mark;
    }

    private Map<String, Object> share() {
        Map<String, Object> share = signed();
        share.put("site_id", site.toString());
        share.put("slot", "2026-11");
        share.put("taken", true);
        return share;
    }

    private Map<String, Object> signed() {
        return new LinkedHashMap<>(Map.of(
                "plan_id",
                plan.toString(),
                "user_id",
                inspector.user().toString(),
                "user_name",
                "同事li",
                "at",
                "2026-11-20T09:00:00+08:00",
                "clock_offset_ms",
                0));
    }

    private static Op create(Laptop author, String type, UUID id, Map<String, Object> fields) {
        return author.op(new OpKind(type + ".create"), new RecordType(type), id, 0, Laptop.created(fields));
    }

    private static void applied(Laptop author, Op op) {
        OpResult result = author.push(op).getFirst();
        assertThat(result.status()).as("%s", result.problem()).isEqualTo(OpStatus.APPLIED);
    }

    private static String refusal(Laptop author, Op op) {
        OpResult result = author.push(op).getFirst();
        assertThat(result.status()).isEqualTo(OpStatus.REJECTED);
        Problem problem = result.problem();
        return problem == null ? "" : problem.detail();
    }
}
