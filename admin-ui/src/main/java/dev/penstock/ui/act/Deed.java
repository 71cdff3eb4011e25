package dev.penstock.ui.act;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.lifecycle.Verb;
import java.util.Arrays;
import java.util.Optional;

/** What can be done to a job, as its buttons and addresses name it. */
public enum Deed {
    STOP(
            "stop",
            Verb.STOP,
            english("Stop"),
            english("asked to stop"),
            english("Its handler is asked to end early, and is stopping until it obeys or ends.")),
    FORCE_STOP(
            "force-stop",
            Verb.FORCE_STOP,
            english("Force stop"),
            english("forced to stop"),
            english("Its handler is interrupted in the middle of its work: data may become inconsistent.")),
    RESUME("resume", Verb.RESUME, english("Resume"), english("resumed"), ""),
    RETRY("retry", Verb.RETRY, english("Retry"), english("in the queue again"), ""),
    EDIT("payload", Verb.EDIT_PAYLOAD, english("Edit and retry"), english("in the queue again"), ""),
    RESTART("restart", Verb.RESTART, english("Restart"), english("in the queue again"), ""),
    RUN_NOW("run-now", Verb.RUN_NOW, english("Run now"), english("in the queue"), ""),
    LOW_PRIORITY("low-priority", Verb.SET_PRIORITY, english("Set low priority"), english("in the low lane"), ""),
    NORMAL_PRIORITY(
            "normal-priority", Verb.SET_PRIORITY, english("Remove low priority"), english("in the normal lane"), ""),
    CLEAR_REVIEW("clear-review", Verb.CLEAR_REVIEW, english("Clear review"), english("reviewed"), ""),
    EXPIRE_LEASE(
            "expire-lease",
            Verb.EXPIRE_LEASE,
            english("Expire lease"),
            english("free of their lease"),
            english(
                    "Its worker loses the job, which runs again or fails, as its type says. If that worker is still at work, some of it may be done twice.")),
    ABORT(
            "abort",
            Verb.ABORT,
            english("Abort"),
            english("aborted"),
            english(
                    "It will not run, and one that was stopped will not go on. It can be retried later, as a new round.")),
    DELETE(
            "delete",
            Verb.DELETE,
            english("Delete"),
            english("deleted"),
            english("It leaves every list for good, and its files go. Its events stay in the log."));

    private final String word;
    private final Verb verb;
    private final String title;
    private final String done;
    private final String warning;

    Deed(String word, Verb verb, String title, String done, String warning) {
        this.word = word;
        this.verb = verb;
        this.title = title;
        this.done = done;
        this.warning = warning;
    }

    /** The one of that name in addresses. */
    public static Optional<Deed> named(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word.equals(word)).findFirst();
    }

    /** Name in addresses. */
    public String word() {
        return word;
    }

    /** The rule behind it. */
    public Verb verb() {
        return verb;
    }

    /** On its button. */
    public String title() {
        return say(title);
    }

    /** What the jobs are after it, as in "3 jobs …". */
    public String done() {
        return say(done);
    }

    /** What to know before it is done; empty if it needs no question. */
    public String warning() {
        return say(warning);
    }

    public boolean confirmed() {
        return !warning.isEmpty();
    }

    /** Whether something is lost by it. */
    public boolean destructive() {
        return confirmed() && this != STOP;
    }
}
