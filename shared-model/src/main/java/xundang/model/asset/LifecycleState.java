package xundang.model.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xundang.model.template.Label;

/** Where an object is in its life (状态); domain specification, section 3 "Lifecycle". */
public enum LifecycleState {
    @JsonProperty("draft")
    DRAFT("草稿", "Draft"),
    @JsonProperty("registered")
    REGISTERED("已登记", "Registered"),
    @JsonProperty("in_stock")
    IN_STOCK("在库", "In stock"),
    @JsonProperty("in_service")
    IN_SERVICE("在用", "In service"),
    @JsonProperty("faulty")
    FAULTY("故障", "Faulty"),
    @JsonProperty("under_repair")
    UNDER_REPAIR("维修中", "Under repair"),
    @JsonProperty("standby")
    STANDBY("备用", "Standby"),
    @JsonProperty("removed")
    REMOVED("已拆除", "Removed"),
    @JsonProperty("in_transit")
    IN_TRANSIT("搬运中", "In transit"),
    @JsonProperty("missing")
    MISSING("盘亏", "Missing"),
    @JsonProperty("written_off")
    WRITTEN_OFF("已核销", "Written off"),
    @JsonProperty("retired")
    RETIRED("已退役", "Retired"),
    /** Final: nothing follows, and its number is never used again. */
    @JsonProperty("scrapped")
    SCRAPPED("已报废", "Scrapped");

    private final String zh;
    private final String en;

    LifecycleState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Whether an object in this state stands at its place, so that it can be inspected: 在用, 故障, 维修中, 备用. */
    public boolean isAtItsPlace() {
        return switch (this) {
            case IN_SERVICE, FAULTY, UNDER_REPAIR, STANDBY -> true;
            case DRAFT, REGISTERED, IN_STOCK, REMOVED, IN_TRANSIT, MISSING, WRITTEN_OFF, RETIRED, SCRAPPED -> false;
        };
    }

    /** Codes of all states in which an object stands at its place. */
    public static Set<String> codesAtTheirPlace() {
        return Arrays.stream(values())
                .filter(LifecycleState::isAtItsPlace)
                .map(LifecycleState::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The name shown to people. */
    public Label label() {
        return new Label(zh, en);
    }

    /** The value in records, e.g. {@code in_service}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with that code, if there is one. */
    public static Optional<LifecycleState> ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
