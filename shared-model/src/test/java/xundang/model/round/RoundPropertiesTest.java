package xundang.model.round;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.model.round.Rounds.asset;
import static xundang.model.round.Rounds.at;
import static xundang.model.round.Rounds.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for all plans and all facts: the same everywhere, no gap, no overlap. */
class RoundPropertiesTest {
    private static final LocalDate START = Rounds.SEPTEMBER;

    @Property(tries = 200)
    void turnsOfDaysAndMonthsFollowEachOtherWithoutGapOrOverlap(
            @ForAll("turns") Rhythm rhythm,
            @ForAll @IntRange(max = 900) int from,
            @ForAll @IntRange(max = 200) int days) {
        List<SlotWindow> windows = windows(rhythm, START.plusDays(from), days);

        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).opens())
                    .isEqualTo(windows.get(i - 1).due().plusNanos(1));
        }
    }

    @Property(tries = 200)
    void slotsOfADayNeverOverlap(
            @ForAll("slots") Rhythm rhythm,
            @ForAll @IntRange(max = 900) int from,
            @ForAll @IntRange(max = 20) int days) {
        List<SlotWindow> windows = windows(rhythm, START.plusDays(from), days);

        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).opens()).isAfter(windows.get(i - 1).due());
        }
    }

    @Property(tries = 200)
    void aLongPeriodIsTheSumOfItsDays(
            @ForAll("all") Rhythm rhythm, @ForAll @IntRange(max = 400) int from, @ForAll @IntRange(max = 60) int days) {
        Occurrences occurrences = new Occurrences(List.of(plan(1, "ups-m", "ups_host", rhythm)));
        List<PlannedAsset> host = List.of(asset(1, "ups_host"));
        LocalDate first = START.plusDays(from);

        List<Occurrence> single = new ArrayList<>();
        first.datesUntil(first.plusDays(days + 1L))
                .forEach(day -> single.addAll(occurrences.dueIn(Period.of(day), host)));

        assertThat(occurrences.dueIn(new Period(first, first.plusDays(days)), host))
                .isEqualTo(single);
    }

    @Property(tries = 200)
    void anOccurrenceIsFoundByItsName(@ForAll("all") Rhythm rhythm, @ForAll @IntRange(max = 400) int from) {
        Occurrences occurrences = new Occurrences(List.of(plan(1, "ups-m", "ups_host", rhythm)));
        PlannedAsset host = asset(1, "ups_host");
        LocalDate first = START.plusDays(from);

        assertThat(occurrences.touching(Period.of(first), List.of(host)))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(occurrences.find(host, one.key().plannedSlot()))
                        .contains(one));
    }

    @Property(tries = 100)
    void neitherTheOrderOfTheRecordsNorTheZoneOfTheMachineMatters(@ForAll long seed) {
        Random random = new Random(seed);
        List<RoundPlan> plans = new ArrayList<>(List.of(
                plan(1, "ups-m", "ups_host", Rhythm.monthly()),
                plan(2, "ups-m", "ups_host", Rhythm.weekly()),
                plan(3, "fire-p", "machine_room", new Rhythm.PerDay(2, 4)),
                plan(4, "room-p", "machine_room", new Rhythm.Slots(3, 30, 0))));
        List<PlannedAsset> assets =
                new ArrayList<>(List.of(asset(1, "ups_host"), asset(2, "machine_room"), asset(3, "machine_room")));
        List<Answer> answers = answers(random, assets);
        Map<UUID, String> expected = states(plans, assets, answers);

        Collections.shuffle(plans, random);
        Collections.shuffle(assets, random);
        Collections.shuffle(answers, random);
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(states(plans, assets, answers)).isEqualTo(expected);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    private static List<Answer> answers(Random random, List<PlannedAsset> assets) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            PlannedAsset asset = assets.get(random.nextInt(assets.size()));
            String template =
                    asset.category().equals("ups_host") ? "ups-m" : random.nextBoolean() ? "fire-p" : "room-p";
            String begun =
                    "2026-09-%02dT%02d:%02d".formatted(1 + random.nextInt(10), random.nextInt(24), random.nextInt(60));
            answers.add(Rounds.answer(i, asset, template, begun));
        }
        return answers;
    }

    /** What everybody must agree on: by key, where it stands and which inspection counts. */
    private static Map<UUID, String> states(List<RoundPlan> plans, List<PlannedAsset> assets, List<Answer> answers) {
        List<Occurrence> due = new Occurrences(plans).dueIn(new Period(START, LocalDate.of(2026, 9, 30)), assets);
        Map<UUID, String> states = new java.util.TreeMap<>();
        Standings.of(due, RoundFacts.ofAnswers(answers), at("2026-09-11T12:00")).forEach(state -> {
            Answer counted = state.answer();
            states.put(state.occurrence().key().uuid(), state.standing() + " " + (counted == null ? "" : counted.id()));
        });
        return states;
    }

    private static List<SlotWindow> windows(Rhythm rhythm, LocalDate first, int days) {
        return new Occurrences(List.of(plan(1, "ups-m", "ups_host", rhythm)))
                .touching(new Period(first, first.plusDays(days)), List.of(asset(1, "ups_host"))).stream()
                        .map(Occurrence::window)
                        .toList();
    }

    @Provide
    Arbitrary<Rhythm> turns() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 40).map(Rhythm.Days::new),
                Arbitraries.of(1, 3, 6, 12).map(Rhythm.Months::new));
    }

    @Provide
    Arbitrary<Rhythm> slots() {
        return Arbitraries.of(1, 2, 3, 4, 6, 8, 12, 24)
                .flatMap(hours -> Arbitraries.integers()
                        .between(1, hours * 30 - 1)
                        .map(minutes -> new Rhythm.Slots(hours, minutes, 0)));
    }

    @Provide
    Arbitrary<Rhythm> all() {
        return Arbitraries.oneOf(
                turns(), slots(), Arbitraries.integers().between(1, 6).map(times -> new Rhythm.PerDay(times, 4)));
    }
}
