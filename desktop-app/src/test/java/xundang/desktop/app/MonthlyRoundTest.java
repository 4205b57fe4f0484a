package xundang.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.SubmitOutcome;
import xundang.desktop.platform.tasks.LaptopTasks;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.RoundItem.State;
import xundang.desktop.round.RoundProgress;
import xundang.desktop.session.EnrolOutcome;
import xundang.desktop.session.LedgerHandle;
import xundang.desktop.session.SessionService;
import xundang.desktop.session.Sessions.Enrolment;
import xundang.desktop.sync.http.HttpEnrolmentClient;
import xundang.model.account.Role;
import xundang.model.calendar.WorkingCalendar;
import xundang.model.id.Uuid7Source;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.round.Period;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.SlotId;
import xundang.server.app.ServerConfig;
import xundang.server.app.XundangServer;
import xundang.server.auth.AccountService.NewAccount;
import xundang.server.auth.PasswordHasher;

/** The monthly round of the fifteen UPS hosts of the source, from Today to the server and to a second laptop, with everything as it is wired. */
class MonthlyRoundTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path temp;

    private final Clock clock = Clock.system(WorkingCalendar.ZONE);
    private final SecureRandom random = new SecureRandom();
    private XundangServer server;
    private Path picture;

    /** A laptop on which somebody is logged in. */
    private final class Laptop implements AutoCloseable {
        final LaptopTasks tasks = new LaptopTasks(Runnable::run);
        final LedgerHandle ledger;
        final LedgerServices services;

        Laptop(String login) {
            SessionService sessions = SessionService.on(temp.resolve(login), new HttpEnrolmentClient(), clock);
            String code = server.graph().devices().issueCode(login);
            EnrolOutcome outcome =
                    sessions.enrol(new Enrolment(server.url(), login, code, "笔记本 " + login), PASSWORD.toCharArray());
            ledger = ((EnrolOutcome.Opened) outcome).ledger();
            services = new DesktopGraph(tasks, clock, new Uuid7Source(clock, random), random).open(ledger);
        }

        <T> T store(Callable<T> work) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            tasks.store(work, answer::complete, answer::completeExceptionally);
            return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }

        List<RoundItem> monthly() {
            return store(() -> services.rounds().today()).items().stream()
                    .filter(item ->
                            item.templateId().equals("ups-m") && !item.asset().sample())
                    .toList();
        }

        /** Syncs again and again until the monthly round looks like that. */
        void syncUntil(Predicate<List<RoundItem>> arrived) throws Exception {
            WaitForAsyncUtils.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS, () -> {
                services.sync().syncNow();
                return arrived.test(monthly());
            });
        }

        boolean hasSentEverything() {
            var status = services.sync().status();
            return status.recordsWaiting() == 0 && status.photosWaiting() == 0;
        }

        RoundProgress.Part progress() {
            YearMonth month = YearMonth.from(LocalDate.now(clock));
            return store(() -> services.rounds().progress(Period.of(month))).plans().stream()
                    .filter(part -> part.name().startsWith("UPS 月度"))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            ledger.stop();
            store(() -> {
                ledger.close();
                return true;
            });
            tasks.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = XundangServer.start(
                ServerConfig.of(temp.resolve("server")).withPort(0).withPasswordCost(new PasswordHasher.Cost(64, 1, 1)),
                Clock.systemUTC(),
                new Uuid7Source(Clock.systemUTC(), random));
        server.graph().imports().importDemo();
        server.graph().imports().importDefaultPlans();
        server.graph().accounts().add(new NewAccount("jia", "示例员甲", Role.INSPECTOR, PASSWORD, Set.of("*")));
        server.graph().accounts().add(new NewAccount("yi", "示例员乙", Role.INSPECTOR, PASSWORD, Set.of("*")));
        picture = temp.resolve("panel.png");
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theMonthlyRoundOfFifteenHostsIsDoneOfflineAndSynced() throws Exception {
        try (Laptop first = new Laptop("jia");
                Laptop second = new Laptop("yi")) {
            first.syncUntil(items -> items.size() == 15);
            second.syncUntil(items -> items.size() == 15);
            assertThat(first.monthly()).extracting(RoundItem::state).containsOnly(State.DUE);
            first.services.sync().setOnline(false);

            for (RoundItem item : first.monthly()) {
                inspect(first, item);
            }

            assertThat(first.monthly()).extracting(RoundItem::state).containsOnly(State.DONE);
            assertThat(first.progress().progress().done()).isEqualTo(15);
            assertThat(first.progress().progress().planned()).isEqualTo(15);
            assertThat(second.monthly()).extracting(RoundItem::state).containsOnly(State.DUE);

            first.services.sync().setOnline(true);
            first.syncUntil(items -> first.hasSentEverything());
            second.syncUntil(items -> items.stream().allMatch(item -> item.state() == State.DONE));

            assertThat(second.monthly())
                    .extracting(item -> item.done().person())
                    .hasSize(15)
                    .containsOnly("示例员甲");
            assertThat(second.progress()).isEqualTo(first.progress());
        }
    }

    /** Fills in what the form asks for until it can be submitted. */
    private void inspect(Laptop laptop, RoundItem item) {
        var inspections = laptop.services.inspections();
        InspectionId id = laptop.store(() -> {
            Draft draft = inspections.begin(
                    item.asset().id(), item.templateId(), item.key().plannedSlot());
            for (FormPlan.AskedAttribute question : draft.form().asked()) {
                inspections.observe(
                        draft.id(), question.attribute(), question.options().getFirst());
            }
            return draft.id();
        });
        for (int tries = 0; tries < 5; tries++) {
            SubmitOutcome outcome = laptop.store(() -> inspections.submit(id));
            if (outcome instanceof SubmitOutcome.Submitted) {
                return;
            }
            laptop.store(() -> {
                answer(laptop, id, (SubmitOutcome.Incomplete) outcome);
                return true;
            });
        }
        throw new AssertionError("the form of " + item.asset().assetNo() + " cannot be submitted");
    }

    private void answer(Laptop laptop, InspectionId id, SubmitOutcome.Incomplete gaps) {
        var inspections = laptop.services.inspections();
        FormPlan form = inspections.load(id).form();
        for (SlotId at : gaps.unanswered()) {
            FormSlot slot = form.slot(at).orElseThrow();
            ReadingValue value = value(slot);
            Skip skip = value == null ? new Skip(Skip.Kind.NOT_APPLICABLE, "本次没有") : null;
            inspections.record(id, at, value, skip, null, at);
        }
        for (SlotId at : gaps.withoutPhoto()) {
            inspections.attach(id, at, picture);
        }
        for (SlotId at : gaps.withoutNote()) {
            var reading = inspections.load(id).readings().get(at);
            inspections.record(
                    id,
                    at,
                    reading == null ? null : reading.value(),
                    reading == null ? null : reading.skip(),
                    "见照片",
                    at);
        }
    }

    /** Something that fits; null for what this round has no occasion for. */
    private static ReadingValue value(FormSlot slot) {
        return switch (slot.item().kind()) {
            case NUMBER -> new ReadingValue.Measured(new BigDecimal("25"));
            case YES_NO -> new ReadingValue.YesNo(true);
            case CHOICE ->
                new ReadingValue.Choice(List.of(slot.limits().normalOptions().getFirst()));
            case SIGNATURE -> new ReadingValue.Signed("示例员甲", "");
            default -> null;
        };
    }
}
