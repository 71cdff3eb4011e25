package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job.Stopping;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.JobView.Fact;
import dev.penstock.ui.view.JobView.Family;
import dev.penstock.ui.view.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job among its relatives, and how it stops. */
final class Families {
    private Families() {}

    static @Nullable Family of(JobFact job, JobList children, Reader reader) {
        List<Fact> above = above(job);
        boolean parent = job.children().total() > 0;
        if (above.isEmpty() && !parent) {
            return null;
        }
        String list = "parent:" + job.id();
        int total = job.children().total();
        return new Family(
                above,
                JobRows.children(job),
                parent && !job.status().isEnd() ? say("more may come while it runs") : "",
                inOrder(children.rows(), total).stream()
                        .map(child -> JobRows.row(child, reader, list))
                        .toList(),
                children.rows().size() < total
                        ? new Link(
                                say("All {1}", counted(total, "{1} child", "{1} children")),
                                "/jobs?q=" + Links.encoded(list))
                        : null);
    }

    /** Steps from the first to the last, if all are there; of too many the newest, as lists begin. */
    private static List<JobFact> inOrder(List<JobFact> newestFirst, int total) {
        return newestFirst.size() < total ? newestFirst : newestFirst.reversed();
    }

    private static List<Fact> above(JobFact job) {
        List<Fact> above = new ArrayList<>();
        if (job.parent() != null) {
            if (!job.root().equals(job.parent())) {
                above.add(Fact.link(say("Root"), JobRows.shortId(job.root()), Links.job(job.root())));
            }
            above.add(Fact.link(say("Parent"), JobRows.shortId(job.parent()), Links.job(job.parent())));
        }
        if (job.batch() != null) {
            above.add(Fact.link(say("Batch"), job.batch(), Links.batch(job.batch())));
        }
        return above;
    }

    /** How a stopping job was asked to stop, and what it becomes; what can become of a stopped one (S4.11). */
    static String stopping(JobDetail detail) {
        if (detail.job().status() == Status.STOPPED) {
            return detail.job().capabilities().resumable()
                    ? say("It can be resumed where it left off.")
                    : say("A stopped job of this type cannot be restarted; it can only be given up or deleted.");
        }
        Stopping how = detail.state().run().stopping();
        if (detail.job().status() != Status.STOPPING || how == null) {
            return "";
        }
        String what = how.abort()
                ? say("It is being given up: it becomes aborted when the last of its children has ended.")
                : how.forced()
                        ? say("It was forced to stop: its handler is interrupted, and data may become inconsistent.")
                        : say(
                                "It was asked to stop, and becomes stopped when its handler obeys or ends. Some jobs cannot be stopped half-way and stay stopping until they complete.");
        return how.why().isBlank() || how.why().equals("Stopped.") ? what : say("{1} Reason: {2}", what, how.why());
    }
}
