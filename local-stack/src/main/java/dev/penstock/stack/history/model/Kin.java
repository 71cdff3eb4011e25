package dev.penstock.stack.history.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a job has to do with its family. */
public final class Kin {
    private final Set<String> children = new TreeSet<>();
    private boolean awaitsEach;
    /** Its own attempt has ended well: it goes on when its children do. */
    private boolean waits;
    /** Round whose children it waits for. */
    private long generation = 1;
    /** Round of its parent that made it. */
    private long birth = 1;

    void fold(Told told) {
        switch (told.event()) {
            case "JobSubmitted" -> {
                birth = told.data().path("birth").path("generation").asLong(1);
                waits = isBatch(told);
            }
            case "JobDispatched" -> waits = false;
            case "AttemptSucceeded" -> waits = true;
            case "ChildrenAwaited" -> {
                awaitsEach = told.text("mode").equals("EACH");
                waits = true;
            }
            case "JobRequeued" -> {
                boolean anew = told.text("cause").equals("RESTART")
                        || told.text("cause").equals("EDIT");
                generation = anew ? told.data().path("round").asLong() : generation;
                waits = waits && !anew;
            }
            default -> {}
        }
    }

    /** Whether the job that is submitted is a batch: it waits from the beginning. */
    static boolean isBatch(Told told) {
        return told.event().equals("JobSubmitted")
                && told.data().path("spec").path("batchOf").asLong() > 0;
    }

    boolean waits() {
        return waits;
    }

    /** Jobs that it has spawned, of whatever generation. */
    public Set<String> children() {
        return Set.copyOf(children);
    }

    /** Whether it is called back after each of its children, not only after the last. */
    public boolean awaitsEach() {
        return awaitsEach;
    }

    /** Whether it is one of those that its parent waits for now. */
    public boolean isAwaitedBy(Kin parent) {
        return birth == parent.generation;
    }

    /** Tells the parent of a job that is submitted. */
    public static void adopt(Told told, Map<String, JobModel> jobs) {
        JobModel parent = jobs.get(told.text("parent"));
        if (told.event().equals("JobSubmitted") && parent != null) {
            parent.kin().children.add(told.key());
        }
    }

    /** The same, and nothing that it made is about to expire. */
    public static boolean isOver(JobModel job, Map<String, JobModel> jobs) {
        return isAtRest(job, jobs)
                && !(job.stand() == Stand.COMPLETED && job.terms().expiresSoon());
    }

    /** Whether nothing moves by itself: it has ended, waits for a person, or for children that do. */
    public static boolean isAtRest(@Nullable JobModel job, Map<String, JobModel> jobs) {
        if (job == null || job.stand() != Stand.WAITING_FOR_CHILDREN) {
            return job == null || job.stand().isEnd();
        }
        // The rest of a batch was never submitted: only its producer can go on.
        boolean somebodyIsStopped = job.terms().batchOf() > job.kin().children.size();
        for (String id : job.kin().children) {
            JobModel child = jobs.get(id);
            if (child != null && child.kin().isAwaitedBy(job.kin())) {
                if (!isAtRest(child, jobs)) {
                    return false;
                }
                somebodyIsStopped |=
                        child.stand() == Stand.STOPPED || !child.stand().isEnd();
            }
        }
        return somebodyIsStopped;
    }
}
