package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Plans and calendars from the command line. */
class RoundCommandsTest {
    @TempDir
    Path data;

    @TempDir
    Path desk;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theDemonstrationLedgerHasTheDefaultPlansOnce() {
        assertThat(run("import", "--demo")).isZero();
        assertThat(out.toString()).contains("默认计划（默认巡检计划）\t巡检计划\t12\t0\t0\t0");

        assertThat(run("plan", "defaults")).isZero();
        assertThat(out.toString()).contains("默认计划（默认巡检计划）\t巡检计划\t0\t12\t0\t0");

        assertThat(run("plan", "list")).isZero();
        assertThat(out.toString())
                .contains("机房巡视（每 3 小时）\troom-p\tmachine_room\t–\t每 3 小时一次（前后 30 分钟内）")
                .contains("UPS 半年清扫（二、四季度）\tups-q\tups_host\t–\t每季度一次（仅第 2、4 期）");
    }

    @Test
    void aNewLedgerHasNoPlansAndSaysSo() {
        assertThat(run("plan", "list")).isZero();
        assertThat(out.toString()).contains("还没有巡检计划");
    }

    @Test
    void aPlanFileIsImportedAndItsNextEditionChangesWhatDiffers() throws IOException {
        assertThat(run(
                        "plan",
                        "import",
                        file("name,template_id,category,rhythm,starts_on,source\n"
                                + "每周巡检,ups-m,ups_host,7d,2026-11-02,D\n季度保养,ups-q,ups_host,3m,2026-10-01,002\n")))
                .isZero();
        assertThat(out.toString()).contains("新增 2，改动 0，不变 0");

        assertThat(
                        run(
                                "plan",
                                "import",
                                file(
                                        "name,template_id,category,rhythm,starts_on,ends_on,source\n"
                                                + "每周巡检,ups-m,ups_host,7d,2026-11-02,2026-12-31,D\n季度保养,ups-q,ups_host,3m,2026-10-01,,002\n")))
                .isZero();
        assertThat(out.toString()).contains("新增 0，改动 1，不变 1");
    }

    @Test
    void everyFaultOfAPlanFileIsSaidWithItsLineAndNothingIsImported() throws IOException {
        assertThat(run(
                        "plan",
                        "import",
                        file("name,template_id,category,rhythm,starts_on,ends_on,site\n"
                                + "好,ups-m,ups_host,1m,2026-11-01,,\n"
                                + "慢,cam-f,camera,3m,2026-11-01,,\n"
                                + "乱,ups-x,ufo,often,2026-13-01,2026-01-01,S-404\n"
                                + "倒,ups-m,ups_host,1m,2026-11-01,2026-10-01,\n"
                                + "好,ups-m,ups_host,1m,2026-11-01,,\n")))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("没有导入，台账没有改动")
                .contains("第 3 行，“rhythm”列：外场设备")
                .contains("第 4 行，“rhythm”列：看不懂“often”")
                .contains("第 4 行，“starts_on”列：应为日期")
                .contains("第 4 行，“site”列：没有这个点位编号")
                .contains("第 5 行，“ends_on”列：结束日期 2026-10-01 早于开始日期 2026-11-01")
                .contains("第 6 行，“name”列：与第 2 行重名");

        assertThat(run("plan", "list")).isZero();
        assertThat(out.toString()).contains("还没有巡检计划");
    }

    @Test
    void aMisspeltColumnIsNotPassedOver() throws IOException {
        assertThat(run(
                        "plan",
                        "import",
                        file("name,template_id,category,rhythm,starts_on,end\n好,ups-m,ups_host,1m,2026-11-01,\n")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("第 1 行，“end”列：没有这一列");
    }

    @Test
    void aPlanFileFromASpreadsheetMayBeInGbk() throws IOException {
        Path file = desk.resolve("gbk.csv");
        Files.writeString(
                file,
                "name,template_id,category,rhythm,starts_on\n每月巡检,ups-m,ups_host,1m,2026-11-01\n",
                Charset.forName("GBK"));

        assertThat(run("plan", "import", file.toString())).isZero();
        assertThat(run("plan", "list")).isZero();
        assertThat(out.toString()).contains("每月巡检\tups-m");
    }

    @Test
    void onePlanIsAddedByOptions() {
        assertThat(run(
                        "plan",
                        "add",
                        "国庆重保",
                        "--template",
                        "cam-f",
                        "--rhythm",
                        "1d",
                        "--starts",
                        "2026-09-30",
                        "--set",
                        "category=camera",
                        "--set",
                        "purpose=guarded",
                        "--set",
                        "ends_on=2026-10-08"))
                .isZero();
        assertThat(run("plan", "list")).isZero();
        assertThat(out.toString()).contains("国庆重保\tcam-f\tcamera\t–\t每日一次\t2026-09-30\t2026-10-08\t重保");

        assertThat(run(
                        "plan",
                        "add",
                        "又一个",
                        "--template",
                        "cam-f",
                        "--rhythm",
                        "1d",
                        "--starts",
                        "2026-09-30",
                        "--set",
                        "category=camera",
                        "--set",
                        "purpose=guarded"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("重保计划要写结束日期");
    }

    @Test
    void aCalendarIsImportedAndItsNextEditionReplacesTheYear() throws IOException {
        String good = "#source 2027 某通知\nyear,date,name,kind\n2027,2027-01-01,元旦,holiday\n";
        assertThat(run("calendar", "import", file(good))).isZero();
        assertThat(out.toString()).contains("新增 1");
        assertThat(run("calendar", "import", file(good))).isZero();
        assertThat(out.toString()).contains("不变 1");
        assertThat(run("calendar", "import", file(good + "2027,2027-01-02,元旦,holiday\n")))
                .isZero();
        assertThat(out.toString()).contains("改动 1");
    }

    @Test
    void aFaultOfACalendarIsSaidWithItsLine() throws IOException {
        assertThat(run(
                        "calendar",
                        "import",
                        file("#source 2027 某通知\nyear,date,name,kind\n2027,2027-02-30,春节,holiday\n")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("第 3 行：日期“2027-02-30”不对");
        assertThat(run("calendar", "import", desk.resolve("missing.csv").toString()))
                .isEqualTo(2);
    }

    private String file(String content) throws IOException {
        return Files.writeString(desk.resolve("file.csv"), content).toString();
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        return new CommandLine(new AdminMain())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }
}
