package xundang.model.calendar;

import java.time.ZonedDateTime;

/** The end of a time limit, or why nobody can say. */
public sealed interface Deadline {
    /** The last moment that still keeps the limit. */
    record Due(ZonedDateTime at) implements Deadline {}

    /** The limit runs through a year whose holidays are not known here; they are never guessed. */
    record UnknownYear(int year) implements Deadline {}
}
