package dev.penstock.ui.read.past;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Progress;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.fact.JobFact;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it was: the fold of its events, and what the fold forgets of them.
 *
 * @param job null: it was not there yet, or no more
 * @param worker holder of the last lease
 * @param delivery where the last attempt was read from
 * @param reason why it stands where it stands, where an event says so in words of its own
 */
record Then(
        @Nullable Job job,
        @Nullable String worker,
        @Nullable Delivery delivery,
        @Nullable String reason) {
    static final Then NOTHING = new Then(null, null, null, null);

    /** After one more event. */
    Then after(EventMessage event) {
        Job now = Evolution.evolve(job, event);
        return switch (event.body()) {
            case Attempt.AttemptStarted e -> new Then(now, e.lease().worker(), e.delivery(), null);
            case Attempt.AttemptHandedBack e -> new Then(now, worker, delivery, e.why());
            case Ending.JobAborted e -> new Then(now, worker, delivery, e.why());
            case Submission.JobRequeued e -> new Then(now, worker, delivery, null);
            case Event e -> new Then(now, worker, delivery, reason);
        };
    }

    /** Whether there is a text in it that may tell what is secret. */
    boolean says() {
        return job != null
                && (!job.errors().isEmpty() || reason != null || job.run().progress() != null);
    }

    /** As a list shows it: without the stack of its failure, whose group only the projector knows. */
    static JobFact fact(Job job, Then then, Mask mask) {
        Job.Run run = job.run();
        Job.Holder holder = run.holder();
        Failure failure = job.errors().isEmpty() ? null : job.errors().getLast();
        Progress progress = run.progress();
        String said = progress == null ? null : progress.message();
        return new JobFact(
                job.id(),
                job.root(),
                job.parent(),
                job.spec().type(),
                job.queue(),
                job.priority(),
                job.status(),
                job.lifecycle(),
                job.spec().origin(),
                job.spec().runBy(),
                job.spec().instance(),
                job.spec().batch(),
                job.spec().tags(),
                times(job),
                new JobFact.Tries(
                        run.round(),
                        run.attempt(),
                        run.failures(),
                        job.policy().maxAttempts(),
                        job.marks().attempts(),
                        job.marks().lostLeases()),
                new JobFact.Flags(
                        job.marks().errors(),
                        job.marks().needsReview(),
                        job.policy().capabilities().system()),
                new JobFact.Children(
                        job.children().total(),
                        job.children().open(),
                        job.children().failed()),
                progress == null
                        ? null
                        : new Progress(progress.done(), progress.total(), said == null ? null : mask.text(said)),
                failure == null
                        ? null
                        : mask.failure(new Failure(failure.kind(), failure.error(), failure.message(), "")),
                null,
                then.reason() == null ? null : mask.text(then.reason()),
                then.worker(),
                holder == null ? null : holder.lease().number(),
                then.delivery(),
                job.policy().capabilities());
    }

    private static JobFact.Times times(Job job) {
        Job.Times times = job.times();
        return new JobFact.Times(
                times.createdAt(),
                times.availableAt(),
                times.startedAt(),
                times.endedAt(),
                job.run().waiting() == null ? null : job.run().waiting().due(),
                times.changedAt(),
                null,
                job.run().holder() == null ? null : job.run().holder().since(),
                between(times.availableAt(), times.startedAt()),
                between(times.startedAt(), times.endedAt()));
    }

    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to);
    }
}
