package xundang.server.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xundang.model.calendar.WorkingCalendar;
import xundang.model.round.Occurrence;
import xundang.model.round.OccurrenceState;
import xundang.model.round.PatrolDays;
import xundang.model.round.Period;
import xundang.model.round.PlannedAsset;
import xundang.model.round.Progress;
import xundang.model.round.RhythmText;
import xundang.model.round.RoundPlan;
import xundang.model.round.Standing;
import xundang.server.ledger.LedgerRecord;
import xundang.server.round.RoundQuery;

/** 计划与完成情况: for each site and plan what was due and what became of it, then everything that was missed. */
final class PlansPage {
    private static final int MOST_LISTED = 300;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final Comparator<Group> BY_SITE_AND_PLAN = Comparator.comparing(Group::site)
            .thenComparing(group -> group.plan().body().name())
            .thenComparing(group -> group.plan().id());

    private final PageTexts texts;
    private final RoundQuery.Rounds rounds;

    PlansPage(PageTexts texts, RoundQuery.Rounds rounds) {
        this.texts = texts;
        this.rounds = rounds;
    }

    /** One line of the table. */
    private record Group(String site, RoundPlan plan) {}

    Html body(Period period) {
        Html title = Tag.of("h1").with(texts.get("plans.title"));
        if (rounds.states().isEmpty()) {
            return Html.all(title, choice(period), Tag.of("p", "card").with(texts.get("plans.none")));
        }
        return Html.all(
                title,
                choice(period),
                Tag.of("p", "note")
                        .with(texts.get(
                                "plans.as_of",
                                rounds.now().atZone(WorkingCalendar.ZONE).format(MOMENT))),
                table(),
                patrolDays(),
                open());
    }

    private Html choice(Period period) {
        YearMonth month = YearMonth.from(period.first());
        boolean oneDay = period.first().equals(period.last());
        List<Html> parts = new ArrayList<>();
        parts.add(link("month=" + month.minusMonths(1), month.minusMonths(1).toString()));
        parts.add(
                oneDay
                        ? link("month=" + month, month.toString())
                        : Tag.of("strong").with(month.toString()));
        parts.add(link("month=" + month.plusMonths(1), month.plusMonths(1).toString()));
        if (oneDay) {
            parts.add(link(
                    "day=" + period.first().minusDays(1),
                    period.first().minusDays(1).toString()));
            parts.add(Tag.of("strong").with(period.first().toString()));
            parts.add(link(
                    "day=" + period.first().plusDays(1),
                    period.first().plusDays(1).toString()));
        } else {
            String today = Period.dayOf(rounds.now()).toString();
            parts.add(link("day=" + today, texts.get("plans.today")));
        }
        return Tag.of("p", "choice").with(parts);
    }

    private Html link(String query, String text) {
        return Tag.of("a")
                .attr("href", "/plans?" + query + (texts.english() ? "&lang=en" : ""))
                .with(text);
    }

    private Html table() {
        Map<Group, Progress> groups = Progress.by(rounds.states(), this::group);
        List<Html> rows = new ArrayList<>();
        rows.add(Tag.of("tr")
                .with(List.of(
                        head("site"),
                        head("plan"),
                        head("planned"),
                        head("done"),
                        head("late"),
                        head("missed"),
                        head("overdue"),
                        head("skipped"),
                        head("open"),
                        head("coverage"))));
        groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_SITE_AND_PLAN))
                .forEach(entry -> rows.add(row(entry.getKey(), entry.getValue())));
        return Tag.of("section", "card wide").with(Tag.of("table", "figures").with(rows));
    }

    private Html head(String key) {
        return Tag.of("th").attr("scope", "col").with(texts.get("plans." + key));
    }

    private Html row(Group group, Progress progress) {
        Locale locale = texts.english() ? Locale.ENGLISH : Locale.CHINA;
        Html plan = Html.all(
                Html.text(group.plan().body().name()),
                Tag.of("br").with(),
                Tag.of("small").with(RhythmText.of(group.plan().body().rhythm(), locale) + source(group.plan())));
        return Tag.of("tr")
                .with(List.of(
                        Tag.of("td").with(group.site()),
                        Tag.of("td").with(plan),
                        number(progress.planned(), ""),
                        number(progress.done(), ""),
                        number(progress.late(), ""),
                        number(progress.missed(), "bad"),
                        number(progress.overdue(), "warn"),
                        number(progress.skipped(), ""),
                        number(progress.open(), ""),
                        Tag.of("td").with(coverage(progress))));
    }

    private static Html number(int count, String colour) {
        String shown = String.valueOf(count);
        return count == 0 || colour.isEmpty()
                ? Tag.of("td").with(shown)
                : Tag.of("td", colour).with(shown);
    }

    private String source(RoundPlan plan) {
        String source = plan.body().source();
        return source == null ? "" : " · " + texts.get("plans.source", source);
    }

    /** Objects, not visits: 8 of 10 cameras seen twice is still 80 %. */
    private String coverage(Progress progress) {
        Optional<BigDecimal> percent = progress.coverage().percent();
        return percent.map(shown -> shown.toPlainString() + " % ("
                        + progress.coverage().part() + "/" + progress.coverage().whole() + ")")
                .orElse("–");
    }

    /** The daily rule of patrols is about days that are over. */
    private Html patrolDays() {
        List<Html> lines = new ArrayList<>();
        Map<PlannedAsset, List<OccurrenceState>> rooms = new LinkedHashMap<>();
        for (OccurrenceState state : rounds.states()) {
            if (!Period.dayOf(state.occurrence().window().due()).isBefore(Period.dayOf(rounds.now()))) {
                continue;
            }
            rooms.computeIfAbsent(state.occurrence().asset(), ignored -> new ArrayList<>())
                    .add(state);
        }
        rooms.forEach((room, states) -> {
            List<String> failing = PatrolDays.of(states).failing().stream()
                    .map(Object::toString)
                    .toList();
            if (!failing.isEmpty()) {
                lines.add(Tag.of("li")
                        .with(texts.get("plans.patrol", named(room), String.join(texts.get("comma"), failing))));
            }
        });
        return lines.isEmpty()
                ? Html.none()
                : Tag.of("section", "card doubt")
                        .with(
                                Tag.of("h2").with(texts.get("plans.patrol_title", PatrolDays.LEAST)),
                                Tag.of("ul").with(lines));
    }

    private Html open() {
        List<OccurrenceState> missed = rounds.states().stream()
                .filter(state -> state.standing() == Standing.MISSED
                        || state.standing() == Standing.OVERDUE
                        || state.standing() == Standing.SKIPPED)
                .sorted(Comparator.comparing((OccurrenceState state) ->
                                state.occurrence().window().due())
                        .thenComparing(state -> named(state.occurrence().asset())))
                .toList();
        if (missed.isEmpty()) {
            return Tag.of("p", "card good").with(texts.get("plans.nothing_missed"));
        }
        List<Html> rows =
                missed.stream().limit(MOST_LISTED).map(this::missedRow).toList();
        Html cut = missed.size() > MOST_LISTED
                ? Tag.of("p", "note").with(texts.get("plans.cut", MOST_LISTED, missed.size()))
                : Html.none();
        return Tag.of("section", "card wide")
                .with(
                        Tag.of("h2").with(texts.get("plans.missed_title", missed.size())),
                        cut,
                        Tag.of("table", "figures").with(rows));
    }

    private Html missedRow(OccurrenceState state) {
        Occurrence occurrence = state.occurrence();
        String colour = state.standing() == Standing.MISSED ? "bad" : "warn";
        String reason = state.mark() == null || state.standing() != Standing.SKIPPED
                ? ""
                : "：" + state.mark().mark().reason()
                        + texts.get("plans.marked_by", state.mark().mark().userName());
        return Tag.of("tr")
                .with(
                        Tag.of("td")
                                .with(occurrence
                                        .window()
                                        .due()
                                        .atZone(WorkingCalendar.ZONE)
                                        .format(MOMENT)),
                        Tag.of("td")
                                .with(Tag.of("a")
                                        .attr(
                                                "href",
                                                "/dossier/" + occurrence.asset().id() + texts.query())
                                        .with(named(occurrence.asset()))),
                        Tag.of("td").with(occurrence.plan().body().name()),
                        Tag.of("td", colour).with(texts.of(state.standing().label()) + reason));
    }

    private Group group(OccurrenceState state) {
        Occurrence occurrence = state.occurrence();
        String siteId = occurrence.asset().siteId();
        String site = siteId == null ? null : rounds.sites().get(siteId);
        return new Group(site == null ? texts.get("plans.no_site") : site, occurrence.plan());
    }

    private String named(PlannedAsset asset) {
        LedgerRecord record = rounds.assets().get(asset.id());
        return record == null
                ? asset.id().toString()
                : record.text("asset_no").orElse("") + " " + record.text("name").orElse("");
    }
}
