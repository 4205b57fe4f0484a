package xundang.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.model.round.Period;
import xundang.server.platform.http.HttpModule;
import xundang.server.round.RoundQuery;

/** {@code /plans?month=2026-09} or {@code ?day=2026-09-01}: what was planned and what became of it (计划与完成情况). */
final class RoundPagesResource implements HttpModule {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final Pages pages;
    private final RoundQuery query;
    private final InstantSource clock;

    RoundPagesResource(Pages pages, RoundQuery query, InstantSource clock) {
        this.pages = pages;
        this.query = query;
        this.clock = clock;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.get("/plans", ctx -> pages.forViewer(ctx, (viewer, texts) -> show(ctx, viewer, texts)));
    }

    private void show(Context ctx, WebSessionService.Viewer viewer, PageTexts texts) {
        YearMonth thisMonth = YearMonth.from(Period.dayOf(clock.instant()));
        Optional<LocalDate> day = day(ctx.queryParam("day"));
        YearMonth month = day.map(YearMonth::from)
                .orElseGet(() -> month(ctx.queryParam("month")).orElse(thisMonth));
        Period period = day.map(Period::of).orElseGet(() -> Period.of(month));
        RoundQuery.Rounds rounds = query.of(period, viewer.account().scopes());
        pages.send(ctx, 200, texts.get("plans.title"), viewer, new PlansPage(texts, rounds).body(period));
    }

    private static Optional<YearMonth> month(@Nullable String text) {
        return day(text == null ? null : text + "-01").map(YearMonth::from);
    }

    /** A day within the years of this program; anything else is as if nothing had been asked. */
    private static Optional<LocalDate> day(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
