package dev.penstock.ui.chart;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

/** What each status says about a job, what happens next (S1.8), and what the seed documents call it. */
enum StatusStory {
    SCHEDULED(
            "",
            english("Waits for its start time."),
            english("Joins its queue when that time comes; Run now starts it earlier.")),
    QUEUED(
            english("Pending, Waiting, Created"),
            english("Created and waiting for an available worker, by priority, then by creation time."),
            english(
                    "A worker of its queue takes it, usually within milliseconds. If it stays here, check that a worker runs.")),
    RUNNING(
            english("Processing, In Progress"),
            english("One worker holds its lease, which keeps all others off."),
            english(
                    "Completed when the handler returns; Retrying or Failed when it throws; back to Queued if its worker dies.")),
    WAITING_FOR_CHILDREN(
            english("Children execution"),
            english("Its own work is done or paused; its children are not finished."),
            english("Goes on after its last child, or fails with it, as its type says.")),
    RETRYING(
            english("Retried after a delay, Rescheduled"),
            english("The last attempt failed with an error that may pass."),
            english("Tries again by itself after its back-off, until its attempts are used up.")),
    STOPPING(
            "",
            english("Somebody asked it to stop; its handler has not ended yet."),
            english("Stopped when the handler gives in. Some handlers cannot stop half-way and go on to their end.")),
    STOPPED("", english("Stopped by a person."), english("Stays so until somebody resumes, aborts or deletes it.")),
    COMPLETED(
            english("Complete, Finished"),
            english("Its handler returned; its result is kept."),
            english("Deleted at its Delete After date; its events stay in the log.")),
    FAILED(
            english("Error, Failed permanently"),
            english("Its attempts are used up, or its error will not pass by itself."),
            english("Nothing, until a person acts: find the cause, then Retry (attempts start again at 0) or Delete.")),
    ABORTED(
            english("Cancelled"),
            english("Given up on purpose, by a person or by a rule."),
            english("Deleted at its Delete After date; Retry brings it back until then.")),
    EXPIRED("", english("Completed, and the file it made is gone."), english("Deleted at its Delete After date."));

    private final String aliases;
    private final String meaning;
    private final String next;

    StatusStory(String aliases, String meaning, String next) {
        this.aliases = aliases;
        this.meaning = meaning;
        this.next = next;
    }

    String aliases() {
        return say(aliases);
    }

    String meaning() {
        return say(meaning);
    }

    String next() {
        return say(next);
    }
}
