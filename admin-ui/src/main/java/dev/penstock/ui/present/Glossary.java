package dev.penstock.ui.present;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.view.PlainView.Term;
import java.util.List;

/** The words of the pages, and the keys that act on them. */
public final class Glossary {
    public static List<Term> words() {
        return List.of(
                new Term(say("Attempt"), say("One run of a job's handler. A job that is retried has several.")),
                new Term(
                        say("Back-off"),
                        say(
                                "The wait before the next attempt; it grows with each failure, and differs a little by chance.")),
                new Term(say("Command"), say("What somebody asks for. Each leaves exactly one outcome in the log.")),
                new Term(say("Connection"), say("Where a worker read a job: topic, partition and offset in Kafka.")),
                new Term(
                        say("Dead letter"),
                        say("A job that failed for good, with every error it had, kept for 30 days.")),
                new Term(
                        say("Event"),
                        say("What was accepted. The log of all events is the truth; these pages are made from it.")),
                new Term(
                        say("Lease"),
                        say("The right of one worker to run one attempt. It is lost when the worker falls silent.")),
                new Term(
                        say("Permanent"),
                        say("An error that another attempt would not mend, such as an invalid API key.")),
                new Term(
                        say("Queue"),
                        say("A lane of work that workers choose; a burst in one does not hold up another.")),
                new Term(
                        say("Round"),
                        say(
                                "A job's life from its submission, or from a Retry, to its end. Attempts count within it.")),
                new Term(
                        say("Transient"),
                        say("An error that may pass, such as a network time-out; the job is retried.")),
                new Term(say("Worker"), say("A process that runs handlers of the queues it serves.")));
    }

    public static List<Term> keys() {
        return List.of(
                new Term("g o", say("Overview")),
                new Term("g j", say("Jobs")),
                new Term("g f", say("Failures")),
                new Term("g q", say("Queues")),
                new Term("g w", say("Workers")),
                new Term("g s", say("Statistics")),
                new Term("g l", say("Logs")),
                new Term("g e", say("Settings")),
                new Term("/", say("Search")),
                new Term("j", say("Next row")),
                new Term("k", say("Row before")),
                new Term("Enter", say("Open the row's job")),
                new Term("x", say("Tick the row")),
                new Term("Shift x", say("Tick all rows from the last ticked one to this")),
                new Term("a", say("Tick all rows of the page")),
                new Term("e", say("Retry the row's job, or this one")),
                new Term("s", say("Stop the row's job, or this one")),
                new Term(".", say("The row's menu")),
                new Term("[", say("Job before, in the list you came from")),
                new Term("]", say("Next job of that list")),
                new Term("r", say("Live updates on or off")),
                new Term("t", say("Light or dark")),
                new Term("?", say("These keys")));
    }

    private Glossary() {}
}
