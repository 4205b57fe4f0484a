package xundang.desktop.asset.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.testing.Desk;

class AssetListViewModelTest {
    private final Desk desk = new Desk();

    /** Keeps work until a test lets it run, in any order. */
    private static final class HeldTasks implements BackgroundTasks {
        private final List<Runnable> held = new ArrayList<>();

        @Override
        public <T> void store(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            held.add(() -> new DirectBackgroundTasks().store(work, onDone, onFailed));
        }

        @Override
        public <T> void network(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
            store(work, onDone, onFailed);
        }
    }

    @Test
    void typingSearches() {
        AssetListViewModel model = new AssetListViewModel(desk.ledger, desk.tasks);
        model.queryProperty().set("杨浦 300");
        assertThat(model.found()).extracting(AssetSummary::assetNo).hasSize(6).startsWith("UPS-000006");
    }

    @Test
    void anAnswerThatWasOvertakenIsDropped() {
        HeldTasks tasks = new HeldTasks();
        AssetListViewModel model = new AssetListViewModel(desk.ledger, tasks);
        model.queryProperty().set("杨");
        model.queryProperty().set("LP6");
        tasks.held.get(1).run();
        tasks.held.get(0).run();
        assertThat(model.found()).extracting(AssetSummary::name).containsExactly("LP6-11");
    }

    @Test
    void aFaultIsShown() {
        AssetListViewModel model = new AssetListViewModel(desk.ledger, desk.tasks);
        desk.ledger.fault = new StoreException(StoreException.Reason.DAMAGED, "page");
        model.search();
        assertThat(model.errorProperty().get().code()).isEqualTo("E-STORE-103");
    }
}
