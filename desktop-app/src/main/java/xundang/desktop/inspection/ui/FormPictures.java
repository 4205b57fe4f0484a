package xundang.desktop.inspection.ui;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.AttachOutcome;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.photo.CheckedPicture;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.inspection.InspectionId;

/**
 * Takes picture files into rows. A file may lie on a share that does not answer, so it is read beside the store, which only gets what is
 * ready to be kept. One file at a time: a picture may take 50 MB while it is looked through. Interface's thread.
 */
final class FormPictures {
    private final Inspections inspections;
    private final BackgroundTasks tasks;
    private final FormAnswers.OpenForm form;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private @Nullable Job reading;

    /** A file on its way into a row; the form may be left meanwhile. */
    private static final class Job {
        private final InspectionId id;
        private final FormWork work;
        private final RowViewModel row;
        private final Path file;

        Job(InspectionId id, FormWork work, RowViewModel row, Path file) {
            this.id = id;
            this.work = work;
            this.row = row;
            this.file = file;
        }
    }

    FormPictures(Inspections inspections, BackgroundTasks tasks, FormAnswers.OpenForm form) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.form = form;
    }

    /** Adds a picture to the row. */
    void attach(RowViewModel row, Path file) {
        Job job = new Job(form.id(), form.work(), row, file);
        job.work.began();
        waiting.add(job);
        row.readingPicture(true);
        next();
    }

    private void next() {
        Job job = waiting.peek();
        if (reading != null || job == null) {
            return;
        }
        waiting.remove();
        reading = job;
        tasks.files(
                () -> inspections.check(job.file),
                picture -> {
                    if (done(job)) {
                        keep(job, picture);
                        next();
                    }
                },
                fault -> {
                    if (done(job)) {
                        fail(job, Faults.onReading(fault));
                        next();
                    }
                });
    }

    /** False if the file was given up meanwhile: then nobody waits for it any more. */
    private boolean done(Job job) {
        boolean awaited = reading == job;
        if (awaited) {
            reading = null;
            showReading(job);
        }
        return awaited;
    }

    private void showReading(Job job) {
        if (form.isOpen(job.id)) {
            boolean more = waiting.stream().anyMatch(other -> other.row.id().equals(job.row.id()));
            form.current(job.row).readingPicture(more);
        }
    }

    /** The form's rows were made anew: those that wait for a file say so again. */
    void showWaiting() {
        Stream.concat(Stream.ofNullable(reading), waiting.stream())
                .filter(job -> form.isOpen(job.id))
                .forEach(job -> form.current(job.row).readingPicture(true));
    }

    private void keep(Job job, CheckedPicture picture) {
        tasks.store(
                () -> inspections.attach(job.id, job.row.id(), picture),
                outcome -> {
                    switch (outcome) {
                        case AttachOutcome.Attached attached -> {
                            if (form.isOpen(job.id)) {
                                form.current(job.row).photoKept();
                                form.pictured(attached.draft());
                            }
                            job.work.succeeded(job.row.id());
                        }
                        case AttachOutcome.Refused refused -> fail(job, PhotoRefusals.toPerson(refused.reason()));
                    }
                },
                fault -> fail(job, Faults.toPerson(fault)));
    }

    private void fail(Job job, PersonError why) {
        if (form.isOpen(job.id)) {
            form.current(job.row).reject(why);
        } else {
            form.lost(job.row.id().toString(), String.valueOf(job.file.getFileName()), why);
        }
        job.work.failed(job.row.id(), () -> form.goTo(job.row, why));
    }

    /** Esc: the files that are not read yet are given up; false if there are none. */
    boolean giveUp() {
        Job job = reading;
        if (job == null) {
            return false;
        }
        reading = null;
        while (job != null) {
            Job given = job;
            job = waiting.poll();
            given.work.stopWaiting();
            if (form.isOpen(given.id)) {
                form.current(given.row).readingPicture(false);
            }
            given.work.ended();
        }
        return true;
    }
}
