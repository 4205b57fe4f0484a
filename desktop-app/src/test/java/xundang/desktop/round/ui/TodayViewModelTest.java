package xundang.desktop.round.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.RoundItem.State;
import xundang.desktop.round.Rounds.MarkOutcome;
import xundang.desktop.round.ui.TodayFilter.Group;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.YangpuRounds;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.text.ModelText;

class TodayViewModelTest {
    private final Desk desk = new Desk();
    private final List<String> went = new ArrayList<>();
    private final TodayViewModel model = new TodayViewModel(
            desk.rounds,
            desk.tasks,
            new TodayViewModel.Actions() {
                @Override
                public void openDossier(AssetId asset) {
                    went.add("dossier");
                }

                @Override
                public void resume(InspectionId draft) {
                    went.add("resume");
                }

                @Override
                public void begin(RoundItem item) {
                    went.add("begin " + item.key().slot());
                }
            },
            text -> text.in(Locale.SIMPLIFIED_CHINESE));

    @BeforeEach
    void load() {
        model.reload();
    }

    private TodayLine line(String number, State state) {
        return model.lines().stream()
                .filter(line -> line instanceof TodayLine.Item of
                        && of.item().asset().assetNo().equals(number)
                        && of.item().state() == state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itemsStandUnderTheirRoomInTheGivenOrder() {
        assertThat(model.lines())
                .filteredOn(TodayLine.Place.class::isInstance)
                .extracting(line -> ((TodayLine.Place) line).room().name() + " " + ((TodayLine.Place) line).done())
                .containsExactly("天山路机房 0", "杨浦机房 2", "中山南路865号7楼 1");
        assertThat(model.lines()).hasSize(desk.rounds.items.size() + 3);
    }

    @Test
    void statesAreCounted() {
        assertThat(model.countsProperty().get())
                .containsEntry(Group.OVERDUE, 1)
                .containsEntry(Group.DUE, 7)
                .containsEntry(Group.STARTED, 1)
                .containsEntry(Group.DONE, 3)
                .containsEntry(Group.MISSED, 1)
                .containsEntry(Group.ALL, 13);
    }

    @Test
    void aFilterLeavesRoomsWithWhatFitsAndTheCountsOfTheOtherStates() {
        model.filterProperty().set(TodayFilter.ALL.withGroup(Group.MISSED).withForm("room-p"));

        assertThat(model.lines()).hasSize(2);
        assertThat(model.countsProperty().get()).containsEntry(Group.ALL, 4).containsEntry(Group.MISSED, 1);
    }

    @Test
    void mineLeavesOutWhatAColleagueTookOver() {
        desk.rounds.taken("yangpu", new RoundItem.Taken("示例巡检员乙", YangpuRounds.NOW, false));
        model.reload();
        model.filterProperty().set(TodayFilter.ALL.withMine(true));

        assertThat(model.lines())
                .filteredOn(TodayLine.Item.class::isInstance)
                .extracting(line -> ((TodayLine.Item) line).item().asset().assetNo())
                .containsExactly("UPS-000001", "UPS-000002", "UPS-000011", "UPS-000013");
    }

    @Test
    void enterBeginsTheFormOfTheOccurrenceResumesADraftAndShowsTheFileOfWhatIsDone() {
        model.open(line("UPS-000006", State.OVERDUE));
        model.open(line("UPS-000007", State.STARTED));
        model.open(line("UPS-000011", State.DONE));
        model.open(model.lines().getFirst());

        assertThat(went).containsExactly("begin 2026-10", "resume", "dossier");
    }

    @Test
    void whatAColleagueTookIsSaidFirstAndOpensAllTheSame() {
        desk.rounds.taken("yangpu", new RoundItem.Taken("示例巡检员乙", YangpuRounds.NOW, false));
        model.reload();
        model.open(line("UPS-000008", State.DUE));
        assertThat(went).isEmpty();
        assertThat(model.warnedProperty().get()).isNotNull();

        model.open(line("UPS-000008", State.DUE));

        assertThat(went).containsExactly("begin 2026-11");
        assertThat(model.warnedProperty().get()).isNull();
    }

    @Test
    void theChosenLineStaysChosenWhenOthersComeAndGo() {
        TodayLine chosen = line("UPS-000009", State.DUE);
        model.select(chosen);
        desk.rounds.items.removeFirst();
        desk.rounds.items.removeFirst();

        model.reload();

        assertThat(model.lines().get(model.selectedIndex()).key()).isEqualTo(chosen.key());
    }

    @Test
    void anItemThatChangesIsChangedInItsPlace() {
        List<Integer> changedLines = new ArrayList<>();
        model.lines().addListener((javafx.collections.ListChangeListener<TodayLine>) change -> {
            while (change.next()) {
                changedLines.add(change.getRemovedSize());
            }
        });
        RoundItem before = desk.rounds.item(8);
        desk.rounds.replace(YangpuRounds.with(before, State.STARTED, null));

        model.reload();

        assertThat(changedLines).containsExactly(1);
    }

    @Test
    void withoutAChosenLineTheFirstThingToDoIs() {
        assertThat(model.selectedIndex()).isEqualTo(1);
        assertThat(model.lines().get(model.next(2))).isEqualTo(line("UPS-000006", State.OVERDUE));
    }

    @Test
    void skippingIsDurableBeforeThePanelCloses() {
        model.putOff(line("UPS-000008", State.DUE));
        model.putOff().reasonProperty().set(" 钥匙借不到 ");
        model.putOff().save();

        assertThat(desk.rounds.log).containsExactly("skip 2026-11 钥匙借不到");
        assertThat(model.putOff().itemProperty().get()).isNull();
    }

    @Test
    void aRefusalIsSaidInThePanelAndWhatWasTypedStays() {
        desk.rounds.outcome = new MarkOutcome.Refused(ModelText.of("mark.until_late", "2026-11-30 23:59"));
        model.putOff(line("UPS-000008", State.DUE));
        model.putOff().kindProperty().set(PutOffViewModel.Kind.POSTPONE);
        model.putOff().reasonProperty().set("等厂家");
        model.putOff().untilProperty().set("12-05");
        model.putOff().save();

        assertThat(desk.rounds.log).containsExactly("postpone 2026-11 等厂家 2026-12-05T23:59+08:00");
        assertThat(model.putOff().errorProperty().get().code()).isEqualTo("E-ROUND-101");
        assertThat(model.putOff().untilProperty().get()).isEqualTo("12-05");
        assertThat(model.closePanel()).isTrue();
        assertThat(model.closePanel()).isFalse();
    }

    @Test
    void aTimeThatCannotBeReadIsSaidAtOnce() {
        model.putOff(line("UPS-000008", State.DUE));
        model.putOff().kindProperty().set(PutOffViewModel.Kind.POSTPONE);
        model.putOff().reasonProperty().set("等厂家");
        model.putOff().untilProperty().set("过两天");
        model.putOff().save();

        assertThat(desk.rounds.log).isEmpty();
        assertThat(model.putOff().errorProperty().get().code()).isEqualTo("E-ROUND-102");
    }

    @Test
    void aRoomIsTakenOverWithAllThatIsOpenInItAndGivenBack() {
        model.takeOver(model.lines().getFirst());
        assertThat(desk.rounds.log).containsExactly("take 2");

        desk.rounds.taken("tianshan", new RoundItem.Taken("示例巡检员甲", YangpuRounds.NOW, true));
        model.reload();
        model.takeOver(model.lines().getFirst());
        assertThat(desk.rounds.log).containsExactly("take 2", "give back 2");
    }

    @Test
    void aMarkIsTakenBack() {
        RoundItem skipped = YangpuRounds.with(
                desk.rounds.item(8),
                State.PASSED_OVER,
                new RoundItem.PutOff("钥匙借不到", "示例巡检员甲", YangpuRounds.NOW, null));
        desk.rounds.replace(skipped);
        model.reload();

        model.takeBack(line("UPS-000008", State.PASSED_OVER));

        assertThat(desk.rounds.log).containsExactly("take back 2026-11");
    }
}
