package xundang.desktop.testing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import xundang.desktop.sync.FileWatch;
import xundang.desktop.sync.LocalCopies;
import xundang.desktop.sync.UnsentWork;

/** Local copies and unsent work that are whatever a test says. */
public final class FixedKeeping implements LocalCopies, UnsentWork {
    public Clearable clearable = new Clearable(0, 0, 0);
    public Unsent unsent = new Unsent(0, 0, 0, 0);
    public ImportOutcome importing = new ImportOutcome.TakenIn(new Unsent(1, 0, 0, 0));
    public boolean exported;

    /** What happens while a package is written or read. */
    public Consumer<FileWatch> moving = watch -> {};

    @Override
    public Clearable clearable() {
        return clearable;
    }

    @Override
    public Clearable clear() {
        Clearable cleared = clearable;
        clearable = new Clearable(0, 0, cleared.waiting());
        return cleared;
    }

    @Override
    public Unsent unsent() {
        return unsent;
    }

    @Override
    public Unsent export(Path target, char[] passphrase, FileWatch watch) {
        Arrays.fill(passphrase, '\0');
        moving.accept(watch);
        watch.check();
        exported = true;
        return unsent;
    }

    @Override
    public ImportOutcome importFrom(Path file, char[] passphrase, FileWatch watch) {
        Arrays.fill(passphrase, '\0');
        moving.accept(watch);
        watch.check();
        return importing;
    }

    @Override
    public boolean mayLeave() {
        return exported || unsent.isEmpty();
    }
}
