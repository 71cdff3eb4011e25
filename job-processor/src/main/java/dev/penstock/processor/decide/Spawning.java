package dev.penstock.processor.decide;

import dev.penstock.api.command.Report;
import dev.penstock.api.command.Submit;
import dev.penstock.api.event.FamilyEvent.ChildrenSpawned;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission.Birth;
import dev.penstock.api.event.Submission.JobRequeued;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.lifecycle.Payloads;
import dev.penstock.processor.decide.fact.Change;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.decide.fact.Surroundings;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Children are created. Their ids follow from parent and name, so a parent that runs again makes none twice (B8); none is
 * dispatched here: members of a family take turns.
 */
final class Spawning {
    /** In one command (B7). */
    static final int MOST = 500;

    private static final int MAX_NAME = 200;

    private Spawning() {}

    /**
     * What comes of a wish for children.
     *
     * @param own events of the parent
     * @param children events of each child
     * @param refusal why there are none; null if there are
     */
    record Spawned(List<JobEvent> own, List<Change> children, Decision.@Nullable Refused refusal) {
        static Spawned refused(Decision.Refused why) {
            return new Spawned(List.of(), List.of(), why);
        }
    }

    /** What comes of a spawn by the holder of the lease. */
    static Decision decide(Facts facts, Job job, Report.Spawn r, Moment moment) {
        if (job.status() == Status.STOPPING) {
            return Decision.refused(
                    RefusalKind.WRONG_STATUS,
                    "Cannot create children of " + job.spec().type() + " " + job.id()
                            + ": it is STOPPING. Let its handler end.");
        }
        Spawned spawned = spawn(facts, job, r.children(), moment);
        if (spawned.refusal() != null) {
            return spawned.refusal();
        }
        return spawned.children().isEmpty()
                ? Decision.copy("The children are there.")
                : new Decision.Accepted(spawned.own(), spawned.children(), null);
    }

    static Spawned spawn(Facts facts, Job parent, List<Report.Child> wanted, Moment moment) {
        if (wanted.size() > MOST) {
            return Spawned.refused(new Decision.Refused(
                    RefusalKind.TOO_LARGE,
                    "Cannot create children of " + parent.id() + ": " + wanted.size() + " in one command, at most "
                            + MOST + " are allowed. Send them in pieces."));
        }
        int generation = parent.children().callsOrFirst().generation();
        int number = parent.children().total();
        List<JobId> made = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Set<JobId> seen = new HashSet<>();
        for (Report.Child child : wanted) {
            JobId id = idOf(parent.id(), generation, child.name());
            if (!seen.add(id)) {
                continue;
            }
            Job there = facts.around().job(id);
            if (there != null) {
                again(facts, parent, there).ifPresent(changes::add);
            } else if (facts.around().stub(id) == null && !hasTwin(facts, parent, child.spec(), moment)) {
                Decision refusal = refusal(facts, id, child, moment.now());
                if (refusal instanceof Decision.Refused refused) {
                    return Spawned.refused(refused);
                }
                made.add(id);
                changes.add(created(
                        facts, parent, id, new Birth(child.name(), ++number, generation), child.spec(), moment));
            }
        }
        return new Spawned(made.isEmpty() ? List.of() : List.of(new ChildrenSpawned(made)), changes, null);
    }

    /** A child that failed in an earlier round of its parent runs again when the parent asks for it again. */
    private static Optional<Change> again(Facts facts, Job parent, Job child) {
        Instant ended = child.times().endedAt();
        boolean failed = child.status() == Status.FAILED || child.status() == Status.ABORTED;
        return failed && ended != null && ended.isBefore(parent.times().availableAt())
                ? Optional.of(new Change(
                        child.id(),
                        new JobRequeued(
                                JobRequeued.Cause.RETRY, child.run().round() + 1, null, Acts.recount(facts, child))))
                : Optional.empty();
    }

    /** A child whose unique key another of the family has is not created: that one does its work. */
    private static boolean hasTwin(Facts facts, Job parent, JobSpec spec, Moment moment) {
        return spec.unique() != null && facts.around().twin(parent.tenant(), spec, parent.root(), moment.now()) != null;
    }

    private static @Nullable Decision refusal(Facts facts, JobId id, Report.Child child, Instant now) {
        if (child.name().isEmpty() || child.name().length() > MAX_NAME) {
            return Decision.refused(
                    RefusalKind.INVALID,
                    "Cannot create the child " + id + ": its name has "
                            + child.name().length() + " characters; 1 to " + MAX_NAME + " are allowed.");
        }
        return SubmissionCheck.refusal(facts(facts, child.spec()), new Submit(id, null, child.spec()), now);
    }

    private static Facts facts(Facts facts, JobSpec spec) {
        Surroundings around = facts.around();
        String queue = spec.namesQueue() ? spec.queue() : around.queue(spec.type());
        return new Facts(null, null, null, around.policy(spec.type()), queue, around.unknown(queue), around);
    }

    /** A new member of the family; {@code asked} as it was submitted. */
    static Change created(Facts facts, Job parent, JobId id, Birth birth, JobSpec asked, Moment moment) {
        Facts own = facts(facts, asked);
        JobSpec spec = Payloads.inQueue(asked, own.queue());
        JobPolicy policy = own.policy().with(spec.overrides());
        JobSubmitted submitted = new JobSubmitted(spec, policy, parent.id(), parent.root(), birth, null);
        Instant runAt = spec.runAt();
        return runAt != null && runAt.isAfter(moment.now())
                ? new Change(id, submitted, new Waiting.JobScheduled(moment.number(), runAt))
                : new Change(id, submitted);
    }

    /** {@code <route>.hash(parent, name)}, the same whenever the parent asks (B8). */
    static JobId idOf(JobId parent, int generation, String name) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((parent.value() + '\n' + generation + '\n').getBytes(StandardCharsets.UTF_8));
            byte[] hash = sha.digest(name.getBytes(StandardCharsets.UTF_8));
            return JobId.of(
                    parent.route(),
                    new BigInteger(1, Arrays.copyOf(hash, 12)).toString(36).toLowerCase(Locale.ROOT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
