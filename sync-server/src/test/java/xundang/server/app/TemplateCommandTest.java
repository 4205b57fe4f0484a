package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import xundang.model.template.TemplateCatalog;

class TemplateCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void aGoodFileIsSaidToBeGood() throws IOException {
        Path file = write("room-p.json", bundled("room-p.v1.json"));

        assertThat(check(file)).isZero();
        assertThat(out).hasToString(file + "：没有发现问题。" + System.lineSeparator());
    }

    /** Each change of the fire patrol form is said with its item and the line that it stands in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "design_pressure * 0.95|design_presure * 0.95|F02：用到未声明的属性（design_presure）",
                "design_pressure * 0.90|design_pressure * 0.99|F02：注意范围切入正常范围",
                "\"en\": \"Exit free\"|\"en\": \"\"|F08：缺少中文或英文名称（label）",
                "\"is\": [\"true\"]|\"is\": [\"maybe\"]|F02：条件永远不成立（maybe）",
                "\"id\": \"F09\"|\"id\": \"F08\"|F08：编号重复（F08）"
            })
    void aFaultIsSaidWithLineAndItem(String good, String broken, String said) throws IOException {
        String json = bundled("fire-p.v1.json");
        int at = json.indexOf(good);
        assertThat(at).isPositive();
        long line = json.substring(0, at).lines().count();
        Path file = write("fire-p.json", json.substring(0, at) + broken + json.substring(at + good.length()));

        assertThat(check(file)).isEqualTo(1);
        assertThat(out.toString()).contains(file + ":" + line + " " + said);
    }

    @Test
    void whatIsNoJsonIsSaidWithTheLineWhereItBreaks() throws IOException {
        Path file = write("broken.json", "{\n  \"format\": 1,\n  \"id\": \"x\"\n  \"version\": 1\n}\n");

        assertThat(check(file)).isEqualTo(1);
        assertThat(out.toString()).startsWith(file + ":4：无法读取");
    }

    @Test
    void aFileOfANewerProgramIsSaidToBeOne() throws IOException {
        Path file = write("newer.json", "{\n  \"format\": 2,\n  \"shape\": []\n}\n");

        assertThat(check(file)).isEqualTo(1);
        assertThat(out.toString()).startsWith(file + ":").contains("文件格式版本不支持，可能由更新版本的程序制作（2）");
    }

    @Test
    void anotherEncodingAndAMissingFileAreSaidPlainly() throws IOException {
        Path gbk = folder.resolve("gbk.json");
        Files.write(gbk, "{\"title\": \"机房\"}".getBytes(Charset.forName("GBK")));

        assertThat(check(gbk)).isEqualTo(1);
        assertThat(check(folder.resolve("none.json"))).isEqualTo(1);
        assertThat(out.toString()).contains("不是 UTF-8 编码").contains("没有这个文件");
    }

    @Test
    void withoutAFileTheCommandSaysHowItIsUsed() {
        StringWriter err = new StringWriter();

        assertThat(new CommandLine(new TemplateMain())
                        .setErr(new PrintWriter(err))
                        .execute("check"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("FILE");
    }

    private int check(Path file) {
        return new CommandLine(new TemplateMain()).setOut(new PrintWriter(out)).execute("check", file.toString());
    }

    private Path write(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name), json);
    }

    private static String bundled(String name) throws IOException {
        try (InputStream in = TemplateCatalog.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
