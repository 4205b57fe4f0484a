package xundang.server.web;

import io.javalin.config.RoutesConfig;
import java.time.InstantSource;
import java.util.List;
import xundang.server.auth.AccountService;
import xundang.server.auth.LedgerIdentity;
import xundang.server.auth.RequestBudget;
import xundang.server.blob.BlobService;
import xundang.server.ledger.LedgerService;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.digest.Secrets;
import xundang.server.platform.http.HttpModule;
import xundang.server.round.RoundQuery;

/** All pages, wired. */
public final class WebPages implements HttpModule {
    /** Log-ins per minute and address (trust requirement S3). */
    private static final int LOGINS_PER_MINUTE = 20;

    private final List<HttpModule> modules;

    /** What the pages need of the rest of the server. */
    public record Parts(
            ServerDatabase database,
            LedgerService ledger,
            BlobService blobs,
            AccountService accounts,
            LedgerIdentity identity,
            Secrets secrets,
            InstantSource clock) {}

    public WebPages(Parts parts) {
        WebSessionService sessions = new WebSessionService(parts.database(), parts.secrets(), parts.clock());
        Pages pages = new Pages(sessions, parts.identity().name());
        LedgerPagesService service =
                new LedgerPagesService(parts.database(), parts.ledger(), parts.blobs(), parts.identity());
        RequestBudget logins = new RequestBudget(parts.clock(), LOGINS_PER_MINUTE);
        modules = List.of(
                new PageAssetsResource(),
                new LoginResource(pages, parts.accounts(), sessions, parts.secrets(), logins),
                new LedgerPagesResource(pages, service, parts.blobs()),
                new RoundPagesResource(
                        pages, new RoundQuery(parts.database(), parts.ledger(), parts.clock()), parts.clock()));
    }

    @Override
    public void routes(RoutesConfig routes) {
        modules.forEach(module -> module.routes(routes));
    }
}
