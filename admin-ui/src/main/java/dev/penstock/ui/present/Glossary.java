package dev.penstock.ui.present;

import dev.penstock.ui.view.PlainView.Term;
import java.util.List;

/** The words of the pages, and the keys that act on them. */
public final class Glossary {
    public static final List<Term> WORDS = List.of(
            new Term("Attempt", "One run of a job's handler. A job that is retried has several."),
            new Term(
                    "Back-off",
                    "The wait before the next attempt; it grows with each failure, and differs a little by chance."),
            new Term("Command", "What somebody asks for. Each leaves exactly one outcome in the log."),
            new Term("Connection", "Where a worker read a job: topic, partition and offset in Kafka."),
            new Term("Dead letter", "A job that failed for good, with every error it had, kept for 30 days."),
            new Term("Event", "What was accepted. The log of all events is the truth; these pages are made from it."),
            new Term("Lease", "The right of one worker to run one attempt. It is lost when the worker falls silent."),
            new Term("Permanent", "An error that another attempt would not mend, such as an invalid API key."),
            new Term("Queue", "A lane of work that workers choose; a burst in one does not hold up another."),
            new Term(
                    "Round",
                    "A job's life from its submission, or from a Retry, to its end. Attempts count within it."),
            new Term("Transient", "An error that may pass, such as a network time-out; the job is retried."),
            new Term("Worker", "A process that runs handlers of the queues it serves."));

    public static final List<Term> KEYS = List.of(
            new Term("g o", "Overview"),
            new Term("g j", "Jobs"),
            new Term("g f", "Failed jobs"),
            new Term("g t", "Statistics"),
            new Term("g l", "Logs"),
            new Term("g s", "Settings"),
            new Term("/", "Search"),
            new Term("j", "Next row"),
            new Term("k", "Row before"),
            new Term("x", "Tick the row"),
            new Term("a", "Tick all rows of the page"),
            new Term("e", "Retry the row's job"),
            new Term("[", "Job before, in the list you came from"),
            new Term("]", "Next job of that list"),
            new Term("r", "Live updates on or off"),
            new Term("t", "Light or dark"),
            new Term("?", "This page"));

    private Glossary() {}
}
