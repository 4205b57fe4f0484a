package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.round.RoundItem;
import xundang.model.asset.AssetId;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.FormSlot;
import xundang.model.template.ItemKind;

/** After a rebuild from the journal, offline: drafts are there, the ledger's assets are not. */
class DraftWithoutAssetTest {
    @TempDir
    Path temp;

    private TestLaptop laptop;
    private AssetId host;
    private Draft begun;

    @BeforeEach
    void beginAndLoseTheDatabase() throws IOException {
        laptop = new TestLaptop(temp.resolve("ledger"));
        host = laptop.host(1);
        begun = laptop.inspections.begin(host, "ups-m");
        laptop.loseDatabase();
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    @Test
    void theDraftIsListedUnderTodayWithTheNumberThatItKept() {
        assertThat(laptop.rounds.today().items()).singleElement().satisfies(item -> {
            assertThat(item.draft().inspection()).isEqualTo(begun.id());
            assertThat(item.asset().assetNo()).isEqualTo("UPS-000001");
            assertThat(item.asset().place()).isEqualTo(begun.asset().place());
        });
    }

    @Test
    void theProgramGoesOnWhereThePersonWas() {
        assertThat(laptop.inspections.lastActive()).isEqualTo(Optional.of(begun.id()));
    }

    @Test
    void theFormIsTheSameAndTakesReadings() {
        Draft draft = laptop.inspections.load(begun.id());
        assertThat(draft.form()).isEqualTo(begun.form());
        FormSlot number = draft.form().slots().stream()
                .filter(slot -> slot.item().kind() == ItemKind.NUMBER)
                .findFirst()
                .orElseThrow();
        ReadingValue value = new ReadingValue.Measured(new BigDecimal("22"));
        Draft now = laptop.inspections.record(draft.id(), number.id(), value, null, null, number.id());
        assertThat(now.readings().get(number.id()).value()).isEqualTo(value);
    }

    @Test
    void onceTheAssetIsBackTheDraftIsListedOnce() {
        laptop.host(1);
        assertThat(laptop.rounds.today().items())
                .extracting(RoundItem::draft)
                .filteredOn(Objects::nonNull)
                .extracting(RoundItem.Begun::inspection)
                .containsExactly(begun.id());
    }
}
