package dev.penstock.ui.fact.mine;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The filters of a user's panel, in the words of its users (S4.6). */
public enum Show {
    ALL(english("All")),
    CREATED(english("Created")),
    IN_PROGRESS(english("In progress")),
    FAILED(english("Failed")),
    COMPLETED(english("Completed")),
    EXPIRED(english("Expired")),
    STOPPED(english("Stopped"));

    private final String title;

    Show(String title) {
        this.title = title;
    }

    public String title() {
        return say(title);
    }

    /** Those it shows; empty: all. */
    public List<Status> statuses() {
        return switch (this) {
            case ALL -> List.of();
            case CREATED -> List.of(Status.QUEUED, Status.SCHEDULED);
            case IN_PROGRESS -> List.of(Status.RUNNING, Status.WAITING_FOR_CHILDREN, Status.RETRYING, Status.STOPPING);
            case FAILED -> List.of(Status.FAILED);
            case COMPLETED -> List.of(Status.COMPLETED);
            case EXPIRED -> List.of(Status.EXPIRED);
            case STOPPED -> List.of(Status.STOPPED, Status.ABORTED);
        };
    }

    /** In addresses: {@code in-progress}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Show> named(String word) {
        return Arrays.stream(values()).filter(show -> show.word().equals(word)).findFirst();
    }
}
