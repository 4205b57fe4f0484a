package xundang.desktop.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.inspection.TestLaptop;
import xundang.model.asset.AssetId;
import xundang.model.asset.LifecycleState;
import xundang.model.sync.RecordType;
import xundang.model.tag.TagText;
import xundang.model.template.Label;

class AssetServiceTest {
    @TempDir
    Path temp;

    private TestLaptop laptop;
    private AssetId six;
    private AssetId seven;

    @BeforeEach
    void open() throws IOException {
        laptop = new TestLaptop(temp.resolve("ledger"));
        six = laptop.host(6);
        seven = laptop.host(7, "brand", "索克曼", "model", "", "name", "索克曼30KVA", "site", "天山路机房", "floor", "7");
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2",
        "ge sg300p, 1",
        "ＧＥ　杨浦, 1",
        "索克曼 天山路, 1",
        "天山路 ge, 0",
        "ups-00000, 2",
        "7楼, 1",
        "100%, 0",
        "_, 0"
    })
    void everyWordMustBeFoundSomewhere(String typed, int found) {
        assertThat(laptop.ledger.search(typed, 50)).hasSize(found);
    }

    @Test
    void aSearchGivesNoMoreThanWasAskedFor() {
        assertThat(laptop.ledger.search("ups", 1))
                .extracting(AssetSummary::assetNo)
                .containsExactly("UPS-000006");
    }

    @Test
    void samplesAreCountedApartAndComeLast() {
        laptop.host(1, "sample", true, "name", "示例主机");

        assertThat(laptop.ledger.counts()).isEqualTo(new Ledger.Counts(2, 1));
        assertThat(laptop.ledger.search("", 50).getLast().sample()).isTrue();
    }

    @Test
    void anAssetThatLeftTheScopeIsNotFound() {
        laptop.feedRemoval(RecordType.ASSET, six.value());

        assertThat(laptop.ledger.search("", 50)).extracting(AssetSummary::id).containsExactly(seven);
        assertThat(laptop.ledger.dossier(six)).isEmpty();
    }

    @Test
    void aChangedRecordChangesTheList() {
        laptop.host(6, "room", "301");

        assertThat(laptop.ledger.search("301", 50))
                .extracting(AssetSummary::place)
                .containsExactly("杨浦机房 301");
    }

    @Test
    void anOverlongTextDoesNotStopTheSync() {
        laptop.host(8, "name", "长".repeat(3000));

        assertThat(laptop.ledger.counts().real()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(LifecycleState.class)
    void theWordOfAStateOnTheScreenFindsTheAssetsInIt(LifecycleState state) {
        AssetId asset = laptop.host(20, "state", state.code());

        assertThat(laptop.ledger.search(state.label().zh() + " UPS-000020", 50))
                .extracting(AssetSummary::id)
                .containsExactly(asset);
        assertThat(AssetWords.state(state.code())).isEqualTo(state.label());
    }

    @ParameterizedTest
    @CsvSource({"epolice,卡口电警", "ip_speaker,IP广播", "switch,Switch"})
    void theWordOfACategoryOnTheScreenFindsIt(String category, String word) {
        AssetId asset = laptop.host(20, "category", category);

        assertThat(laptop.ledger.search(word, 50)).extracting(AssetSummary::id).containsExactly(asset);
    }

    @Test
    void aTagOfThisLedgerIsItsAsset() {
        assertThat(laptop.ledger.resolve(new TagText("SH01", "UPS-000006").text()))
                .isEqualTo(new TagResolution.Found(six));
    }

    @Test
    void aTagWhoseAssetIsNotHereSaysItsNumber() {
        assertThat(laptop.ledger.resolve(new TagText("SH01", "UPS-000099").text()))
                .isEqualTo(new TagResolution.UnknownAsset("UPS-000099"));
    }

    @Test
    void aTagOfAnotherLedgerSaysWhich() {
        assertThat(laptop.ledger.resolve(new TagText("BJ02", "UPS-000006").url("https://example.org")))
                .isEqualTo(new TagResolution.OtherLedger("BJ02", "UPS-000006"));
    }

    @Test
    void aDamagedTagIsNeverTakenForItsNumber() {
        assertThat(laptop.ledger.resolve("YD1:SH01:UPS-000006:0000"))
                .isEqualTo(new TagResolution.WrongCheck("YD1:SH01:UPS-000006:0000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPS-000006", " ups-000006 ", "sg300p", "杨浦"})
    void aNumberOrAWordThatFitsOneAssetIsThatAsset(String typed) {
        assertThat(laptop.ledger.resolve(typed)).isEqualTo(new TagResolution.Found(six));
    }

    @Test
    void aWordThatFitsSeveralAssetsLetsThePersonChoose() {
        assertThat(laptop.ledger.resolve("ups"))
                .isInstanceOfSatisfying(
                        TagResolution.Several.class,
                        several -> assertThat(several.candidates())
                                .extracting(AssetSummary::id)
                                .containsExactly(six, seven));
    }

    @Test
    void twoAssetsWithOneNumberLetThePersonChoose() {
        AssetId twin = laptop.host(8, "asset_no", "UPS-000006");

        assertThat(laptop.ledger.resolve("UPS-000006"))
                .isInstanceOfSatisfying(
                        TagResolution.Several.class,
                        several -> assertThat(several.candidates())
                                .extracting(AssetSummary::id)
                                .containsExactlyInAnyOrder(six, twin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "6901234567892", "https://example.org/menu"})
    void anythingElseIsNoTag(String scanned) {
        assertThat(laptop.ledger.resolve(scanned)).isEqualTo(new TagResolution.NotATag(scanned.strip()));
    }

    @Test
    void factsStandInTheSchemasOrderWithUnitAndSource() {
        laptop.host(6, "attr.phases", "3-3", "sources", Map.of("attr.phases", Map.of("source", "现场核对")));

        List<Dossier.Fact> facts = laptop.ledger.dossier(six).orElseThrow().facts();

        assertThat(facts)
                .extracting(fact -> fact.meaning().field())
                .containsSubsequence(
                        "asset_no", "name", "brand", "model", "site", "purchase_date", "attr.phases", "attr.rated_kva");
        assertThat(fact(facts, "attr.rated_kva"))
                .returns("300", Dossier.Fact::value)
                .returns("002:7375", Dossier.Fact::source)
                .returns("kVA", fact -> fact.meaning().unit().orElse(""));
        assertThat(fact(facts, "attr.phases")).returns("现场核对", Dossier.Fact::source);
    }

    @Test
    void whatNobodyFilledInIsNamed() {
        assertThat(laptop.ledger.dossier(six).orElseThrow().missing())
                .extracting(missing -> missing.meaning().label().zh())
                .contains("序列号")
                .doesNotContain("品牌", "资产编号");
    }

    @Test
    void openDoubtsShowBothValuesAndTheirSources() {
        conflict(1, "open");
        conflict(2, "settled");

        assertThat(laptop.ledger.dossier(six).orElseThrow().conflicts())
                .containsExactly(new Dossier.SourceConflict(
                        "floor",
                        new Label("楼层", "Floor"),
                        List.of(
                                new Dossier.Candidate("7", "002:7377 location"),
                                new Dossier.Candidate("4", "002:7377 plan"))));
        assertThat(laptop.ledger.dossier(seven).orElseThrow().conflicts()).isEmpty();
    }

    @Test
    void aDossierOfAPlannedCategorySaysWhenItIsDue() {
        assertThat(laptop.ledger.dossier(six).orElseThrow().due().getFirst().templateId())
                .isEqualTo("ups-m");
    }

    private void conflict(long number, String state) {
        laptop.feed(
                RecordType.FIELD_CONFLICT,
                new UUID(3, number),
                Map.of(
                        "asset_id",
                        six.toString(),
                        "field",
                        "floor",
                        "state",
                        state,
                        "candidates",
                        List.of(
                                Map.of("value", "7", "source", "002:7377 location"),
                                Map.of("value", "4", "source", "002:7377 plan"))));
    }

    private static Dossier.Fact fact(List<Dossier.Fact> facts, String field) {
        return facts.stream()
                .filter(fact -> fact.meaning().field().equals(field))
                .findFirst()
                .orElseThrow();
    }
}
