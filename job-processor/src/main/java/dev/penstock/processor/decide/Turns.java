package dev.penstock.processor.decide;

import dev.penstock.api.event.JobEvent;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import java.util.List;

/**
 * Who is dispatched at once and who takes turns (S2.24): the members of a family, in the order in which they were created and as
 * long as the family's window has room, so that a root with a million children delays another by a window's length.
 */
public final class Turns {
    private Turns() {}

    /** Whether the job waits for its family's turn in place of being dispatched at once. */
    public static boolean areTaken(Job job) {
        return job.parent() != null;
    }

    /** It is the job's turn. */
    public static List<JobEvent> take(Facts facts, Job job, Moment moment) {
        return Retries.goOn(facts, job, moment);
    }
}
