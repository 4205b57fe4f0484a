package xundang.desktop.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;

/**
 * What the server gave a person on this laptop; kept in the encrypted database and in the journal, nowhere else.
 *
 * @param token bearer token of this person on this device
 */
public record Enrolled(
        @JsonProperty("user") UserId user,
        @JsonProperty("login") String login,
        @JsonProperty("name") String name,
        @JsonProperty("role") Role role,
        @JsonProperty("device") DeviceId device,
        @JsonProperty("ledger_code") String ledgerCode,
        @JsonProperty("ledger_name") String ledgerName,
        @JsonProperty("server") String server,
        @JsonProperty("token") String token) {

    /** The change that records an enrolment. */
    static final String CHANGE = "session.enrolled";

    Session session() {
        return new Session(user, login, name, role, device, ledgerCode, ledgerName, server);
    }

    /** Without the token: a record's text may end up in a log. */
    @Override
    public String toString() {
        return "Enrolled[" + user + " on " + device + "]";
    }
}
