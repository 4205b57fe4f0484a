package xundang.model.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do; domain specification, section 2. */
public enum Role {
    /** 巡检员, including resident staff and repair engineers. */
    @JsonProperty("inspector")
    INSPECTOR,
    /** 抽查员, third party. */
    @JsonProperty("auditor")
    AUDITOR,
    /** 资产管理员, client side. */
    @JsonProperty("asset_manager")
    ASSET_MANAGER,
    /** 监理. */
    @JsonProperty("supervisor")
    SUPERVISOR,
    /** 管理员: configures, never signs an inspection. */
    @JsonProperty("administrator")
    ADMINISTRATOR
}
