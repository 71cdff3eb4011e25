package dev.penstock.ui.chart;

/** What each status says about a job, what happens next (S1.8), and what the seed documents call it. */
enum StatusStory {
    SCHEDULED("", "Waits for its start time.", "Joins its queue when that time comes; Run now starts it earlier."),
    QUEUED(
            "Pending, Waiting, Created",
            "Created and waiting for an available worker, by priority, then by creation time.",
            "A worker of its queue takes it, usually within milliseconds. If it stays here, check that a worker runs."),
    RUNNING(
            "Processing, In Progress",
            "One worker holds its lease, which keeps all others off.",
            "Completed when the handler returns; Retrying or Failed when it throws; back to Queued if its worker dies."),
    WAITING_FOR_CHILDREN(
            "Children execution",
            "Its own work is done or paused; its children are not finished.",
            "Goes on after its last child, or fails with it, as its type says."),
    RETRYING(
            "Retried after a delay, Rescheduled",
            "The last attempt failed with an error that may pass.",
            "Tries again by itself after its back-off, until its attempts are used up."),
    STOPPING(
            "",
            "Somebody asked it to stop; its handler has not ended yet.",
            "Stopped when the handler gives in. Some handlers cannot stop half-way and go on to their end."),
    STOPPED("", "Stopped by a person.", "Stays so until somebody resumes, aborts or deletes it."),
    COMPLETED(
            "Complete, Finished",
            "Its handler returned; its result is kept.",
            "Deleted at its Delete After date; its events stay in the log."),
    FAILED(
            "Error, Failed permanently",
            "Its attempts are used up, or its error will not pass by itself.",
            "Nothing, until a person acts: find the cause, then Retry (attempts start again at 0) or Delete."),
    ABORTED(
            "Cancelled",
            "Given up on purpose, by a person or by a rule.",
            "Deleted at its Delete After date; Retry brings it back until then."),
    EXPIRED("", "Completed, and the file it made is gone.", "Deleted at its Delete After date.");

    private final String aliases;
    private final String meaning;
    private final String next;

    StatusStory(String aliases, String meaning, String next) {
        this.aliases = aliases;
        this.meaning = meaning;
        this.next = next;
    }

    String aliases() {
        return aliases;
    }

    String meaning() {
        return meaning;
    }

    String next() {
        return next;
    }
}
