package dev.penstock.processor.decide.fact;

import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.lifecycle.Job;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a job may look at besides the command.
 *
 * @param job the live job; null if there is none
 * @param stub what is left of an ended one; null if there is none
 * @param parent the job that a submission names as its parent; null if it names none, or there is none
 * @param policy present policy of the job's type
 * @param queue where a submission goes: the queue it names, else its type's; empty for other commands
 * @param queues names of the declared queues; empty unless that queue is unknown
 * @param around what else it may look up
 */
public record Facts(
        @Nullable Job job,
        @Nullable Stub stub,
        @Nullable Job parent,
        JobPolicy policy,
        String queue,
        List<String> queues,
        Surroundings around) {
    public static Facts of(@Nullable Job job, @Nullable Stub stub, JobPolicy policy) {
        return of(job, stub, policy, Surroundings.NONE);
    }

    public static Facts of(@Nullable Job job, @Nullable Stub stub, JobPolicy policy, Surroundings around) {
        return new Facts(job, stub, null, policy, "", List.of(), around);
    }
}
