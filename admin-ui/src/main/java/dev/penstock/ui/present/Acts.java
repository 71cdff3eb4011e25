package dev.penstock.ui.present;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Lifecycle;
import dev.penstock.ui.act.Deed;
import dev.penstock.ui.chart.Sentences;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.right.Belonging;
import dev.penstock.ui.right.Permissions;
import dev.penstock.ui.view.ActButton;
import java.util.Arrays;
import java.util.List;

/** Buttons of a job: the same rule that decides in the processor says whether they are on. */
public final class Acts {
    private static final String NOT_RESTARTED = english("A stopped job of this type cannot be restarted.");

    private Acts() {}

    /** In a list: Retry and Delete. */
    public static List<ActButton> inList(JobFact job, Reader reader) {
        return List.of(button(job, Deed.RETRY, reader), button(job, Deed.DELETE, reader));
    }

    /** In the menu of a row of the list of jobs. */
    public static List<ActButton> inMenu(JobFact job, Reader reader) {
        return List.of(
                button(job, Deed.RETRY, reader),
                button(job, Deed.STOP, reader),
                button(job, Deed.ABORT, reader),
                button(job, Deed.DELETE, reader));
    }

    /** On the job's own page: all of them. */
    public static List<ActButton> onPage(JobFact job, Reader reader) {
        return Arrays.stream(Deed.values())
                .map(deed -> button(job, deed, reader))
                .toList();
    }

    /** One button; one that is confirmed, or needs more to be said, leads to the question, the others post at once. */
    public static ActButton button(JobFact job, Deed deed, Reader reader) {
        String objection = Permissions.objection(reader.caller(), deed.verb(), belonging(job));
        Lifecycle.Refusal refusal = job.refusal(deed.verb());
        String path = Links.job(job.id()) + "/" + deed.word();
        String label = deed.title() + " " + job.type() + " " + JobRows.shortId(job.id());
        boolean asks = deed.confirmed() || deed == Deed.EDIT;
        return new ActButton(
                deed.word(),
                deed.title(),
                label,
                asks ? path + "?back=" + Links.encoded(reader.back()) : path,
                job.version(),
                asks,
                objection != null
                        ? objection
                        : refusal == null ? needless(job, deed) : Sentences.retold(refusal.sentence()));
    }

    private static Belonging belonging(JobFact job) {
        return new Belonging(job.runBy(), null, job.flags().system() || job.origin() == Origin.SYSTEM);
    }

    /** What to know before it is done to this job (S2.17, S4.9, S4.11, S4.13). */
    public static String warning(JobFact job, Deed deed) {
        boolean resumable = job.capabilities().resumable();
        return switch (deed) {
            case STOP ->
                deed.warning() + " "
                        + (resumable
                                ? say("A stopped job can be resumed where it left off.")
                                : say(NOT_RESTARTED) + " " + say("It can only be given up or deleted."));
            case DELETE ->
                job.status() == Status.STOPPED && !resumable
                        ? say(NOT_RESTARTED) + " " + deed.warning()
                        : deed.warning();
            default -> deed.warning();
        };
    }

    /** What the rules would answer with "it is so already". */
    private static String needless(JobFact job, Deed deed) {
        boolean low = job.priority() == dev.penstock.api.job.Priority.LOW;
        return switch (deed) {
            case LOW_PRIORITY -> low ? say("It waits in the low lane already.") : "";
            case NORMAL_PRIORITY -> low ? "" : say("It does not wait in the low lane.");
            case CLEAR_REVIEW -> job.flags().needsReview() ? "" : say("It is not flagged for review.");
            default -> "";
        };
    }
}
