package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.model.template.TemplateFault.Problem;

class TemplateCheckTest {
    /** A small good file; each test breaks one thing in it. */
    private static final String GOOD = """
            {"format": 1, "id": "probe", "version": 1, "category": "ups_host", "title": {"zh": "试表", "en": "Probe"},
             "attributes": {"phases": {"options": ["1-1", "3-3"]}, "v_in_nom": {},
                            "v_in_low_pct": {"default": "-10", "default_source": "P"},
                            "jar_v": {"of": "battery_string"}},
             "asks": ["phases"],
             "partitions": {"per_phase": {"attribute": "phases", "parts": {"1-1": [], "3-3": ["L1"]}, "unknown": []}},
             "sections": [{"title": {"zh": "一", "en": "One"}, "items": [
               {"id": "X1", "kind": "number", "photo": "none", "parts": "per_phase", "label": {"zh": "电压", "en": "Voltage"},
                "limits": {"source": "P", "normal": {"low": "v_in_nom * 0.9", "high": "v_in_nom * 1.1"},
                           "warn": {"low": "v_in_nom * 0.8", "high": "v_in_nom * 1.2"}}},
               {"id": "X2", "kind": "choice", "photo": "none", "label": {"zh": "状态", "en": "State"},
                "note_required_when": ["bad"],
                "when": {"attribute": "phases", "is": ["3-3"]},
                "options": [{"code": "good", "label": {"zh": "好", "en": "Good"}},
                            {"code": "bad", "label": {"zh": "坏", "en": "Bad"}}],
                "limits": {"source": "D", "normal_options": ["good"], "warn_options": []}},
               {"id": "X3", "kind": "computed", "photo": "none", "label": {"zh": "不平衡", "en": "Imbalance"},
                "compute": {"function": "imbalance", "of": "X1"}}
             ]}]}
            """;

    @Test
    void theBundledTemplatesAreGood() {
        assertThat(TemplateCatalog.bundled().all())
                .extracting(InspectionTemplate::id)
                .containsExactly(
                        "bat-r",
                        "cam-f",
                        "fire-p",
                        "ledger-sc",
                        "rem-r",
                        "room-p",
                        "room-sc",
                        "ups-m",
                        "ups-q",
                        "vid-d");
    }

    @Test
    void theProbeIsGood() {
        assertThat(TemplateCheck.check("probe.json", GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"en\": \"Voltage\"|\"en\": \"\"|X1|MISSING_LABEL|label",
                "{\"zh\": \"试表\", \"en\": \"Probe\"}|null||MISSING_LABEL|title",
                "\"en\": \"Bad\"|\"en\": \" \"|X2|MISSING_LABEL|bad",
                "\"id\": \"X2\"|\"id\": \"X1\"|X1|DUPLICATE_ID|X1",
                "\"code\": \"bad\"|\"code\": \"good\"|X2|DUPLICATE_OPTION|good",
                "v_in_nom * 0.9|v_in_nam * 0.9|X1|UNKNOWN_ATTRIBUTE|v_in_nam",
                "\"asks\": [\"phases\"]|\"asks\": [\"phase\"]|asks|UNKNOWN_ATTRIBUTE|phase",
                "\"when\": {\"attribute\": \"phases\"|\"when\": {\"attribute\": \"fases\"|X2|UNKNOWN_ATTRIBUTE|fases",
                "\"parts\": \"per_phase\"|\"parts\": \"per_fase\"|X1|UNKNOWN_PARTITION|per_fase",
                "\"normal_options\": [\"good\"]|\"normal_options\": [\"fine\"]|X2|UNKNOWN_OPTION|fine",
                "\"of\": \"X1\"|\"of\": \"X9\"|X3|UNKNOWN_ITEM|X9",
                "\"note_required_when\": [\"bad\"]|\"note_required_when\": [\"worse\"]|X2|UNKNOWN_OPTION|worse",
                "\"of\": \"battery_string\"|\"of\": \"ups_host\"|jar_v|NOT_IN_CATALOGUE|jar_v",
                "\"default\": \"-10\"|\"default\": \"10\"|v_in_low_pct|AGAINST_CATALOGUE|输入电压下偏差：10 太大，不得大于 0。",
                "\"options\": [\"1-1\", \"3-3\"]|\"options\": [\"1-1\", \"3-3\", \"2-2\"]|phases|AGAINST_CATALOGUE"
                        + "|相数（进-出）：“2-2”不在可选值内（1-1, 3-1, 3-3）。",
                ", \"default_source\": \"P\"||v_in_low_pct|MISSING_PROPERTY|default_source",
                "v_in_nom * 1.1|v_in_nom * 0.5|X1|INVERTED_RANGE|90 … 50",
                "\"format\": 1|\"format\": 2||WRONG_FORMAT|2",
                "\"source\": \"P\"|\"source\": \"\"|X1|MISSING_PROPERTY|limits.source",
                "\"is\": [\"3-3\"]|\"is\": [\"3-3\", \"9-9\"]|X2|UNKNOWN_OPTION|9-9",
                "\"is\": [\"3-3\"]|\"is\": [\"9-9\"]|X2|NEVER_HOLDS|9-9",
                "\"is\": [\"3-3\"]|\"above\": 3|X2|NEVER_HOLDS|phases > 3",
                "\"attribute\": \"phases\", \"is\": [\"3-3\"]|\"item\": \"X9\", \"is\": [\"yes\"]|X2|UNKNOWN_ITEM|X9",
                "\"attribute\": \"phases\", \"is\": [\"3-3\"]|\"item\": \"X2\", \"is\": [\"good\"]|X2|NEVER_HOLDS|X2",
                "\"attribute\": \"phases\", \"is\": [\"3-3\"]|\"item\": \"X1\", \"is\": [\"good\"]|X2|NEVER_HOLDS|good",
                "\"category\": \"ups_host\"|\"category\": \"upshost\"||UNKNOWN_CATEGORY|upshost",
                "{\"function\": \"imbalance\", \"of\": \"X1\"}|{\"formula\": \"X1 * 2 +\"}|X3|BAD_EXPRESSION"
                        + "|第 8 个字符处不该出现结尾：X1 * 2 +",
                "{\"function\": \"imbalance\", \"of\": \"X1\"}|{\"formula\": \"X2 * 2\"}|X3|UNKNOWN_ITEM|X2",
                "{\"function\": \"imbalance\", \"of\": \"X1\"}|{\"formula\": \"X1 * amps\"}|X3|UNKNOWN_ATTRIBUTE|amps",
                "{\"function\": \"imbalance\", \"of\": \"X1\"}|{\"rows_of\": \"X1\"}|X3|UNKNOWN_ITEM|X1",
                "\"kind\": \"computed\"|\"kind\": \"table\"|X3|MISSING_PROPERTY|columns",
                "\"id\": \"X2\", \"kind\": \"choice\"|\"id\": \"X2\"|X2|MISSING_PROPERTY|kind"
            })
    void namesFileItemAndWhatIsWrong(String good, String broken, String where, Problem problem, String detail) {
        assertThat(GOOD).contains(good);

        assertThat(TemplateCheck.check("probe.json", GOOD.replace(good, broken == null ? "" : broken)))
                .contains(new TemplateFault("probe.json", where == null ? "" : where, problem, detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v_in_nom * ",
                "v_in_nom ** 2",
                "(v_in_nom",
                "v_in_nom / 0",
                "choose(phases)",
                "v_in_nom % 2",
                "1.2.3"
            })
    void anExpressionThatCannotBeWorkedOutIsNamed(String expression) {
        assertThat(TemplateCheck.check("probe.json", GOOD.replace("v_in_nom * 0.9", expression)))
                .extracting(TemplateFault::where, TemplateFault::problem)
                .contains(org.assertj.core.groups.Tuple.tuple("X1", Problem.BAD_EXPRESSION));
    }

    @Test
    void aWarningRangeThatCutsIntoTheNormalOneIsNamed() {
        assertThat(TemplateCheck.check("probe.json", GOOD.replace("v_in_nom * 0.8", "v_in_nom * 0.95")))
                .extracting(TemplateFault::where, TemplateFault::problem)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("X1", Problem.OVERLAPPING_RANGES));
    }

    @Test
    void aRangeForAChoiceIsNamed() {
        String broken = GOOD.replace("\"normal_options\": [\"good\"]", "\"normal\": {\"low\": \"1\"}");

        assertThat(TemplateCheck.check("probe.json", broken))
                .extracting(TemplateFault::where, TemplateFault::problem)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("X2", Problem.LIMITS_DO_NOT_FIT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"{\"format\": 1,|{\"format\": 1", "\"asks\"|\"ask\"", "\"kind\": \"choice\"|\"kind\": \"choise\""})
    void aFileThatCannotBeReadSaysSo(String good, String broken) {
        assertThat(TemplateCheck.check("probe.json", GOOD.replace(good, broken)))
                .extracting(TemplateFault::file, TemplateFault::problem)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("probe.json", Problem.UNREADABLE));
    }

    @Test
    void aFaultyFileIsNotLoadedAndTheMessageNamesTheItem() {
        assertThatThrownBy(
                        () -> TemplateCatalog.template("probe.json", GOOD.replace("\"id\": \"X2\"", "\"id\": \"X1\"")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("probe.json X1：编号重复（X1）");
    }

    @Test
    void theCatalogFindsTheNewestVersionAndAnExactOne() {
        TemplateCatalog catalog = TemplateCatalog.bundled();

        assertThat(catalog.find("ups-m")).map(InspectionTemplate::version).contains(1);
        assertThat(catalog.find("ups-m", 1)).isPresent();
        assertThat(catalog.find("ups-m", 2)).isEmpty();
        assertThat(catalog.find("ups-x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"id\": \"ups-x\", \"version\": 1, \"sections\": [1]}|UNKNOWN_TEMPLATE|ups-x v1",
                "{\"id\": \"ups-m\", \"version\": 9, \"sections\": [1]}|UNKNOWN_TEMPLATE|ups-m v9",
                "{\"id\": \"ups-m\", \"version\": 1, \"sections\": [7]}|UNKNOWN_TEMPLATE|ups-m v1 · 7",
                "{\"id\": \"ups-q\", \"version\": 1, \"sections\": [1]}|UNKNOWN_TEMPLATE|ups-q v1 · 1"
            })
    void whatCannotBeTakenOverFromAnotherTemplateIsNamed(String include, Problem problem, String detail) {
        String json = GOOD.replace("\"sections\": [", "\"sections\": [{\"include\": " + include + "}, ");

        assertThat(TemplateCheck.check("probe.json", json))
                .contains(new TemplateFault("probe.json", "sections", problem, detail));
    }

    @Test
    void anAttributeThatTheOtherTemplateUnderstandsDifferentlyIsNamed() {
        String include = "{\"include\": {\"id\": \"ups-m\", \"version\": 1, \"sections\": [1]}}, ";

        assertThat(TemplateCheck.check("probe.json", GOOD.replace("\"sections\": [", "\"sections\": [" + include)))
                .extracting(TemplateFault::where, TemplateFault::problem)
                .contains(org.assertj.core.groups.Tuple.tuple("phases", Problem.AGAINST_INCLUDED));
    }

    @Test
    void limitsThatAreTakenOverNeedTheirAttributesDeclared() {
        String same = "\"same_limits_as\": {\"id\": \"ups-m\", \"version\": 1, \"item\": \"M13\"}}";
        String item = "{\"id\": \"X4\", \"kind\": \"number\", \"photo\": \"none\", "
                + "\"label\": {\"zh\": \"流\", \"en\": \"Amps\"}, " + same + ", ";

        assertThat(TemplateCheck.check("probe.json", GOOD.replace("\"items\": [", "\"items\": [" + item)))
                .containsExactly(new TemplateFault("probe.json", "X4", Problem.UNKNOWN_ATTRIBUTE, "float_current_max"));
    }
}
