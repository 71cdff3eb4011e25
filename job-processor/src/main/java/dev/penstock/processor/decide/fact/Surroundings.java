package dev.penstock.processor.decide.fact;

import dev.penstock.api.event.Submission;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.lifecycle.Job;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision may look up besides its own job: job types, queues, and the rest of the family. It reads, nothing more. */
public interface Surroundings {
    /** Nothing is known: for decisions that need only the job. */
    Surroundings NONE = new Surroundings() {
        @Override
        public JobPolicy policy(String type) {
            return JobPolicy.DEFAULT;
        }

        @Override
        public String queue(String type) {
            return "default";
        }

        @Override
        public List<String> unknown(String queue) {
            return List.of();
        }

        @Override
        public @Nullable List<String> limits(JobSpec spec) {
            return null;
        }

        @Override
        public boolean isLimit(String limitKey) {
            return false;
        }

        @Override
        public @Nullable JobId twin(String tenant, JobSpec spec, @Nullable JobId root, Instant now) {
            return null;
        }

        @Override
        public String uniqueRoute(String tenant, JobSpec spec) {
            return "";
        }

        @Override
        public @Nullable Job job(JobId id) {
            return null;
        }

        @Override
        public @Nullable Stub stub(JobId id) {
            return null;
        }

        @Override
        public Submission.Recount recount(Job parent) {
            return new Submission.Recount(0, 0, 0);
        }

        @Override
        public Children children(JobId parent, String after, int most) {
            return new Children(List.of(), null);
        }
    };

    /** Present policy of a type; the default if it has none. */
    JobPolicy policy(String type);

    /** Queue of a type's jobs that name none. */
    String queue(String type);

    /** The declared queues if {@code queue} is not one of them; empty if it is. */
    List<String> unknown(String queue);

    /** Names of the gates that a dispatch of such a job must pass, in their order; null: none. */
    @Nullable
    List<String> limits(JobSpec spec);

    /** Whether there is a limit that {@code limitKey} names. */
    boolean isLimit(String limitKey);

    /**
     * The job that has the unique key of a submission now, ended or not; null: the key is free.
     *
     * @param root of the family in which a child is unique; null for a root
     */
    @Nullable
    JobId twin(String tenant, JobSpec spec, @Nullable JobId root, Instant now);

    /** The route that a unique job's id must have. */
    String uniqueRoute(String tenant, JobSpec spec);

    /** A live job of the same route; null if there is none. */
    @Nullable
    Job job(JobId id);

    /** What is left of a job of the same route; null if there is nothing. */
    @Nullable
    Stub stub(JobId id);

    /** How a job's children of the present generation stand. */
    Submission.Recount recount(Job parent);

    /**
     * Live children, in the order in which they were created.
     *
     * @param after cursor of the last call; empty: from the first
     */
    Children children(JobId parent, String after, int most);

    /**
     * A piece of the children.
     *
     * @param next cursor of the piece that follows; null if this is the last
     */
    record Children(List<Job> jobs, @Nullable String next) {}
}
