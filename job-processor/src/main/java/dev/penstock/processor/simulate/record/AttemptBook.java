package dev.penstock.processor.simulate.record;

import dev.penstock.api.command.Report;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.past.AttemptKey;
import dev.penstock.processor.simulate.past.Brood;
import dev.penstock.processor.simulate.past.End;
import dev.penstock.processor.simulate.past.Ran;
import dev.penstock.processor.turn.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The attempts of a stretch: what they took, how they ended, and the children they made. */
final class AttemptBook {
    private static final String GIVEN_UP = "Given up by its handler";

    final List<Ran> attempts = new ArrayList<>();
    final Map<AttemptKey, List<Brood>> broods = new HashMap<>();
    private final Map<JobId, Integer> failing = new HashMap<>();
    private final Map<String, Started> justEnded = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Started> eldest) {
            return size() > 10_000;
        }
    };

    private record Started(AttemptKey key, long at) {}

    /** An event of a job. */
    void add(Job before, EventMessage event, @Nullable Job after) {
        Integer failed = failing.remove(before.id());
        if (failed != null) {
            attempts.set(failed, followed(attempts.get(failed), before, event));
        }
        Job.Holder was = before.run().holder();
        if (was == null || (after != null && after.run().holder() != null)) {
            return;
        }
        AttemptEnd end = AttemptEnd.of(before, event.body(), event.at());
        Duration took = end == null || end.took() == null ? Duration.between(was.since(), event.at()) : end.took();
        if (event.body() instanceof Attempt.AttemptFailed) {
            failing.put(before.id(), attempts.size());
        }
        Ran ran = ran(before, was, Micros.of(took), end(before, event.body()));
        attempts.add(ran);
        justEnded.put(event.command(), new Started(ran.key(), ran.startedAt()));
    }

    /** An attempt that had not ended when the stretch did. */
    void open(Job job, long to) {
        Job.Holder holder = job.run().holder();
        if (holder != null) {
            attempts.add(ran(job, holder, Math.max(0, to - Micros.of(holder.since())), End.of(End.How.OPEN)));
        }
    }

    /** A job made a child; {@code parent} is null if it has completed. */
    void child(@Nullable Job parent, EventMessage event, Submission.JobSubmitted child) {
        Job.Holder holder = parent == null ? null : parent.run().holder();
        Started by = holder != null && parent != null
                ? new Started(AttemptKey.of(parent.id(), holder.lease()), Micros.of(holder.since()))
                : justEnded.get(event.command());
        Submission.Birth birth = child.birth();
        if (by == null || birth == null) {
            return;
        }
        List<Brood> all = broods.computeIfAbsent(by.key(), any -> new ArrayList<>());
        if (all.isEmpty() || !all.getLast().command().equals(event.command())) {
            all.add(Brood.begun(event.command(), Math.max(0, Micros.of(event.at()) - by.at()), holder == null));
        }
        all.getLast().children().add(new Report.Child(birth.name(), child.spec()));
    }

    private static Ran ran(Job job, Job.Holder holder, long took, End end) {
        Submission.Dispatch dispatch = job.run().dispatch();
        long started = Micros.of(holder.since());
        return new Ran(
                AttemptKey.of(job.id(), holder.lease()),
                job.spec().type(),
                job.queue(),
                dispatch == null ? job.priority() : dispatch.lane(),
                holder.lease().worker(),
                dispatch != null && !dispatch.limitsOrNone().isEmpty(),
                job.run().dispatchedAt() == null
                        ? started
                        : Micros.of(Objects.requireNonNull(job.run().dispatchedAt())),
                started,
                took,
                end);
    }

    private static End end(Job before, Event event) {
        return switch (event) {
            case Ending.JobCompleted e ->
                new End(End.How.SUCCEEDED, null, before.children().open() > 0);
            case Attempt.AttemptSucceeded e -> End.of(End.How.SUCCEEDED);
            case FamilyEvent.ChildrenAwaited e ->
                End.of(e.mode() == Report.Await.ALL ? End.How.AWAITS_ALL : End.How.AWAITS_EACH);
            case Attempt.AttemptFailed e ->
                End.of(
                        e.failure().kind() == Failure.Kind.PERMANENT
                                ? End.How.FAILED_PERMANENT
                                : End.How.FAILED_TRANSIENT);
            case Attempt.AttemptSnoozed e -> new End(End.How.SNOOZED, e.delay(), false);
            case Attempt.AttemptLost e -> End.of(End.How.LOST);
            case Attempt.AttemptHandedBack e -> End.of(End.How.HANDED_BACK);
            case Event e -> End.of(End.How.OPEN);
        };
    }

    /** What came right after a failure says whether its handler asked for it. */
    private static Ran followed(Ran failed, Job job, EventMessage next) {
        return switch (next.body()) {
            case Waiting.RetryScheduled e -> {
                Duration wait = Duration.between(next.at(), e.due());
                yield isBackoff(job, wait)
                        ? failed
                        : ended(failed, new End(failed.end().how(), wait, false));
            }
            case Ending.JobAborted e when e.why().startsWith(GIVEN_UP) -> ended(failed, End.of(End.How.GIVEN_UP));
            case Event e -> failed;
        };
    }

    private static boolean isBackoff(Job job, Duration wait) {
        int failures = Math.max(1, job.run().failures());
        Duration least = Waits.afterFailure(job.policy().backoff(), failures, 0);
        Duration most = Waits.afterFailure(job.policy().backoff(), failures, 1);
        return wait.compareTo(least.minusMillis(1)) >= 0 && wait.compareTo(most.plusMillis(1)) <= 0;
    }

    private static Ran ended(Ran ran, End end) {
        return new Ran(
                ran.key(),
                ran.type(),
                ran.queue(),
                ran.lane(),
                ran.worker(),
                ran.gated(),
                ran.dispatchedAt(),
                ran.startedAt(),
                ran.took(),
                end);
    }
}
