package xundang.server.auth;

import static xundang.server.platform.db.generated.Tables.ACCOUNT;
import static xundang.server.platform.db.generated.Tables.ACCOUNT_SCOPE;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import org.jooq.Condition;
import xundang.model.account.UserId;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.Tx;
import xundang.server.platform.db.generated.tables.records.AccountRecord;

/** Tables {@code account} and {@code account_scope}. */
public final class AccountDao {
    /** An account with the stored hash of its password. */
    record WithHash(Account account, String passwordHash) {}

    boolean none(Tx tx) {
        return !tx.dsl().fetchExists(ACCOUNT);
    }

    /** The account with that log-in name, as typed at creation. */
    public Optional<Account> byLogin(Tx tx, String login) {
        return fetch(tx, ACCOUNT.LOGIN.eq(login)).map(WithHash::account);
    }

    /** The account with that id. */
    public Optional<Account> byId(Tx tx, UserId id) {
        return fetch(tx, ACCOUNT.ACCOUNT_ID.eq(id.value())).map(WithHash::account);
    }

    Optional<WithHash> withHash(Tx tx, String login) {
        return fetch(tx, ACCOUNT.LOGIN.eq(login));
    }

    private static Optional<WithHash> fetch(Tx tx, Condition condition) {
        return tx.dsl().selectFrom(ACCOUNT).where(condition).fetchOptional(row -> read(tx, row));
    }

    private static WithHash read(Tx tx, AccountRecord row) {
        Scopes scopes = Scopes.of(tx.dsl()
                .select(ACCOUNT_SCOPE.SCOPE)
                .from(ACCOUNT_SCOPE)
                .where(ACCOUNT_SCOPE.ACCOUNT_ID.eq(row.getAccountId()))
                .fetch(ACCOUNT_SCOPE.SCOPE));
        Account account = new Account(
                new UserId(row.getAccountId()),
                row.getLogin(),
                row.getDisplayName(),
                Account.role(row.getRoleName()),
                row.getDisabled(),
                scopes);
        return new WithHash(account, row.getPasswordHash());
    }

    void insert(Tx tx, Account account, String passwordHash, Collection<String> scopes, OffsetDateTime at) {
        tx.dsl()
                .insertInto(ACCOUNT)
                .set(ACCOUNT.ACCOUNT_ID, account.id().value())
                .set(ACCOUNT.LOGIN, account.login())
                .set(ACCOUNT.DISPLAY_NAME, account.name())
                .set(ACCOUNT.ROLE_NAME, Account.roleName(account.role()))
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.DISABLED, account.disabled())
                .set(ACCOUNT.CREATED_AT, at)
                .execute();
        for (String scope : scopes) {
            tx.dsl()
                    .insertInto(ACCOUNT_SCOPE)
                    .set(ACCOUNT_SCOPE.ACCOUNT_ID, account.id().value())
                    .set(ACCOUNT_SCOPE.SCOPE, scope)
                    .execute();
        }
    }

    /** Gives sites to a person, or takes them away. */
    void changeScopes(Tx tx, UserId id, Collection<String> grant, Collection<String> revoke) {
        tx.dsl()
                .deleteFrom(ACCOUNT_SCOPE)
                .where(ACCOUNT_SCOPE.ACCOUNT_ID.eq(id.value()))
                .and(ACCOUNT_SCOPE.SCOPE.in(revoke))
                .execute();
        for (String scope : grant) {
            tx.dsl()
                    .insertInto(ACCOUNT_SCOPE)
                    .set(ACCOUNT_SCOPE.ACCOUNT_ID, id.value())
                    .set(ACCOUNT_SCOPE.SCOPE, scope)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    void setHash(Tx tx, UserId id, String passwordHash) {
        tx.dsl()
                .update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .where(ACCOUNT.ACCOUNT_ID.eq(id.value()))
                .execute();
    }

    void setDisabled(Tx tx, UserId id, boolean disabled) {
        tx.dsl()
                .update(ACCOUNT)
                .set(ACCOUNT.DISABLED, disabled)
                .where(ACCOUNT.ACCOUNT_ID.eq(id.value()))
                .execute();
    }
}
