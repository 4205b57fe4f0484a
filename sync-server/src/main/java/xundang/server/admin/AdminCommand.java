package xundang.server.admin;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the command line can ask for; the same whether the server is running or not. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AdminCommand.AddUser.class, name = "add_user"),
    @JsonSubTypes.Type(value = AdminCommand.FirstUser.class, name = "first_user"),
    @JsonSubTypes.Type(value = AdminCommand.DisableUser.class, name = "disable_user"),
    @JsonSubTypes.Type(value = AdminCommand.EnrolCode.class, name = "enrol_code"),
    @JsonSubTypes.Type(value = AdminCommand.RevokeDevice.class, name = "revoke_device"),
    @JsonSubTypes.Type(value = AdminCommand.ChangeScopes.class, name = "change_scopes"),
    @JsonSubTypes.Type(value = AdminCommand.ListHeld.class, name = "list_held"),
    @JsonSubTypes.Type(value = AdminCommand.RetryHeld.class, name = "retry_held"),
    @JsonSubTypes.Type(value = AdminCommand.Backup.class, name = "backup"),
    @JsonSubTypes.Type(value = AdminCommand.MarkBackup.class, name = "mark_backup"),
    @JsonSubTypes.Type(value = AdminCommand.VerifyAudit.class, name = "verify_audit"),
    @JsonSubTypes.Type(value = AdminCommand.AwaitedPhotos.class, name = "awaited_photos"),
    @JsonSubTypes.Type(value = AdminCommand.ImportLedger.class, name = "import_ledger"),
    @JsonSubTypes.Type(value = AdminCommand.ImportCalendar.class, name = "import_calendar"),
    @JsonSubTypes.Type(value = AdminCommand.ListPlans.class, name = "list_plans"),
    @JsonSubTypes.Type(value = AdminCommand.AddPlan.class, name = "add_plan"),
    @JsonSubTypes.Type(value = AdminCommand.ImportPlans.class, name = "import_plans"),
    @JsonSubTypes.Type(value = AdminCommand.DefaultPlans.class, name = "default_plans")
})
public sealed interface AdminCommand {
    /** Adds a person; {@code scopes} are site ids, or {@code *}. */
    record AddUser(String login, String name, String role, String password, Set<String> scopes)
            implements AdminCommand {}

    /** Makes the first administrator with the code that the server printed. */
    record FirstUser(String setupCode, String login, String name, String password) implements AdminCommand {}

    /** Ends a person's access. */
    record DisableUser(String login) implements AdminCommand {}

    /** Asks for a one-time code for one laptop of that person. */
    record EnrolCode(String login) implements AdminCommand {}

    /** Ends a laptop's access. */
    record RevokeDevice(UUID device) implements AdminCommand {}

    /** Gives sites to a person, or takes them away. */
    record ChangeScopes(String login, Set<String> grant, Set<String> revoke) implements AdminCommand {}

    /** Shows the ops that this server does not understand yet. */
    record ListHeld() implements AdminCommand {}

    /** Tries them again. */
    record RetryHeld() implements AdminCommand {}

    /** Backs up the H2 database and the photos into a folder on the server's machine; {@code folder} is absolute. */
    record Backup(String folder) implements AdminCommand {}

    /** Tells the server of a backup that was made by other means: before it begins, and when it is complete. */
    record MarkBackup(boolean complete) implements AdminCommand {}

    /** Recomputes the audit chain. */
    record VerifyAudit() implements AdminCommand {}

    /** Lists the pictures whose records are here and whose bytes are still on a laptop. */
    record AwaitedPhotos() implements AdminCommand {}

    /**
     * Imports ledger files, each whole or not at all.
     *
     * @param demo also the demonstration ledger that comes with the program
     * @param samples also made-up cameras, marked as such
     */
    record ImportLedger(List<LedgerFile> files, boolean demo, boolean samples) implements AdminCommand {}

    /** Imports the public holidays and make-up days of one or more years. */
    record ImportCalendar(LedgerFile file) implements AdminCommand {}

    /** Lists the inspection plans. */
    record ListPlans() implements AdminCommand {}

    /** Makes or changes one plan; {@code columns} as in a plan file. */
    record AddPlan(Map<String, String> columns) implements AdminCommand {}

    /** Imports a plan file. */
    record ImportPlans(LedgerFile file) implements AdminCommand {}

    /** Makes the plans that come with the program, as far as they were never made here. */
    record DefaultPlans() implements AdminCommand {}

    /** A file as read by the command line, which may run under another account than the server. */
    record LedgerFile(String name, String base64) {}
}
