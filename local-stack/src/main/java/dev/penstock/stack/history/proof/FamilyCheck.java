package dev.penstock.stack.history.proof;

import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Stand;
import dev.penstock.stack.history.model.Told;
import java.util.Map;

/** Children before the parent that waits for them. */
final class FamilyCheck {
    private FamilyCheck() {}

    /** Looks at an event of a job before it is folded. */
    static void check(JobModel job, Told told, Map<String, JobModel> jobs, Findings findings) {
        String parent = told.text("parent");
        if (told.event().equals("JobSubmitted") && jobs.containsKey(parent)) {
            jobs.get(parent).addChild(told.key());
        }
        boolean goesOn =
                told.event().equals("JobCompleted") || (told.event().equals("JobDispatched") && !job.awaitsEach());
        if (job.stand() != Stand.WAITING_FOR_CHILDREN || !goesOn) {
            return;
        }
        for (String child : job.children()) {
            JobModel model = jobs.get(child);
            if (model == null || !model.stand().isEnd()) {
                findings.add(
                        Kind.PARENT_BEFORE_CHILD,
                        job.id(),
                        told + " came while its child " + child + " was "
                                + (model == null ? "not even submitted" : model.stand()));
            }
        }
    }
}
