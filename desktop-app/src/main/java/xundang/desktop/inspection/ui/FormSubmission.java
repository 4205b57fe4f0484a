package xundang.desktop.inspection.ui;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.inspection.SubmitOutcome;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.inspection.InspectionId;

/** Ctrl+Enter: what is still being typed goes to the store first; only what the store holds is submitted. Interface's thread. */
final class FormSubmission {
    private final Inspections inspections;
    private final BackgroundTasks tasks;
    private final FormRows rows;
    private final FormCursor cursor;
    private final FormAnswers.OpenForm form;
    private final Consumer<SubmitOutcome> ended;

    /** @param ended told how the submission of the form ended, if it is still open */
    FormSubmission(
            Inspections inspections,
            BackgroundTasks tasks,
            FormRows rows,
            FormCursor cursor,
            FormAnswers.OpenForm form,
            Consumer<SubmitOutcome> ended) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.rows = rows;
        this.cursor = cursor;
        this.form = form;
        this.ended = ended;
    }

    /** Submits once nothing is under way any more. */
    void submit() {
        form.work().whenIdle(this::submitSaved);
    }

    /** Nothing is under way any more: submits, unless something of it ended badly. */
    private void submitSaved() {
        if (rows.draft() == null) {
            return;
        }
        FormWork work = form.work();
        Optional<Runnable> failure = work.tellFailure();
        if (failure.isPresent()) {
            failure.get().run();
            return;
        }
        Optional<RowViewModel> unsaved =
                rows.all().stream().filter(RowViewModel::isDirty).findFirst();
        if (unsaved.isPresent()) {
            goTo(unsaved.get());
            return;
        }
        InspectionId id = form.id();
        work.began();
        tasks.store(
                () -> inspections.submit(id),
                outcome -> {
                    if (rows.isOpen(id)) {
                        ended.accept(outcome);
                    }
                    work.ended();
                },
                fault -> {
                    form.tell(id, Faults.toPerson(fault));
                    work.ended();
                });
    }

    private void goTo(RowViewModel unsaved) {
        cursor.set(unsaved);
        @Nullable PersonError wrong = RowEntry.of(unsaved).wrong();
        if (wrong != null) {
            unsaved.tell(wrong);
        }
    }
}
