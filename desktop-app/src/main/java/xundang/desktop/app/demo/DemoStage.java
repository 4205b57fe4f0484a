package xundang.desktop.app.demo;

import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** What both ways of showing the demo need: a fresh folder, a server with the real ledger and two people marked as samples. */
final class DemoStage {
    static final String INSPECTOR = "shili.xunjian";
    static final String SECOND_INSPECTOR = "shili.fuhe";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path folder;
    private final ServerProcess server;
    private final DemoReport report;
    private final RandomGenerator random;

    DemoStage(Path folder, ServerProcess server, DemoReport report, RandomGenerator random) {
        this.folder = folder;
        this.server = server;
        this.report = report;
        this.random = random;
    }

    Path folder() {
        return folder;
    }

    DemoReport report() {
        return report;
    }

    /** Makes the first administrator, imports the real ledger, adds the sample people; returns what the import printed. */
    String prepareLedger(String password) {
        server.admin(
                password,
                "first-user",
                "shili.guanli",
                "--name",
                "示例管理员",
                "--setup-code",
                server.setupCode(),
                "--password-stdin");
        String imported = server.admin("", "import", "--demo-ledger", "--with-samples");
        addPerson(INSPECTOR, "示例巡检员", "inspector", password);
        addPerson(SECOND_INSPECTOR, "示例资产管理员", "asset_manager", password);
        return imported;
    }

    private void addPerson(String login, String name, String role, String password) {
        server.admin(password, "user", "add", login, "--name", name, "--role", role, "--scope", "*", "--password-stdin");
    }

    /** A one-time code for a laptop. */
    String enrolmentCode(String login) {
        return server.admin("", "enrol-code", login).lines().findFirst().orElse("").strip();
    }

    /** Starts the server; the address it answers on. */
    String startServer() {
        return server.start();
    }

    /** A password nobody has seen before. */
    String freshPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
