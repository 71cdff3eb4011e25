package dev.penstock.stack.history.proof;

import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Kin;
import dev.penstock.stack.history.model.Stand;
import dev.penstock.stack.history.model.Told;
import java.util.Map;

/**
 * Children before the parent that waits for them. A stopped child has not ended for it, unless it stops itself; what it left alone
 * with {@code detached}, and the children of a round before a restart, go on by themselves.
 */
final class FamilyCheck {
    private FamilyCheck() {}

    /** Looks at an event of a job before it is folded. */
    static void check(JobModel job, Told told, Map<String, JobModel> jobs, Findings findings) {
        Kin.adopt(told, jobs);
        boolean stops = told.event().equals("JobStopped");
        if (!goesOn(job, told) && !stops) {
            return;
        }
        long missing = job.terms().batchOf() - job.kin().children().size();
        if (missing > 0 && (told.event().equals("JobCompleted") || told.event().equals("JobDispatched"))) {
            findings.add(
                    Kind.PARENT_BEFORE_CHILD,
                    job.id(),
                    told + " came while " + missing + " of the jobs of the batch had not been submitted");
        }
        for (String id : job.kin().children()) {
            JobModel child = jobs.get(id);
            if (child != null && child.kin().isAwaitedBy(job.kin()) && isOpen(child, stops)) {
                findings.add(
                        Kind.PARENT_BEFORE_CHILD,
                        job.id(),
                        told + " came while its child " + id + " was " + child.stand());
            }
        }
    }

    private static boolean goesOn(JobModel job, Told told) {
        return job.stand() == Stand.WAITING_FOR_CHILDREN
                && switch (told.event()) {
                    case "JobCompleted", "JobFailed", "JobAborted" -> true;
                    case "JobDispatched" -> !job.kin().awaitsEach();
                    default -> false;
                };
    }

    private static boolean isOpen(JobModel child, boolean whileStopping) {
        return !child.stand().isEnd() || (child.stand() == Stand.STOPPED && !whileStopping);
    }
}
