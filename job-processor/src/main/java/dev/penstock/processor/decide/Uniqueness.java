package dev.penstock.processor.decide;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Submit;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.event.Waiting.PredecessorAwaited;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.lifecycle.Payloads;
import dev.penstock.processor.decide.fact.Change;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At most one live job for a type and some of its arguments (B1): a second one is ignored, refused, or takes the first one's
 * place. If that one runs it is given up first, and the new one waits for its end.
 */
final class Uniqueness {
    private Uniqueness() {}

    /** What becomes of a root that is to be unique; {@code created} is what it would be without that rule. */
    static Decision decide(Facts facts, Submit submit, CommandMessage message, Decision created, Moment moment) {
        JobSpec spec = submit.spec();
        JobSpec.Unique rule = spec.unique();
        if (rule == null || !(created instanceof Decision.Accepted accepted)) {
            return created;
        }
        String route = facts.around().uniqueRoute(message.tenant(), spec);
        if (!submit.job().route().equals(route)) {
            return Decision.refused(
                    RefusalKind.INVALID,
                    "Cannot submit " + spec.type() + " as " + submit.job()
                            + ": the id of a unique job begins with the route of its unique arguments. Leave the id out.");
        }
        JobId twin = facts.around().twin(message.tenant(), spec, null, moment.now());
        if (twin == null) {
            return created;
        }
        Job live = facts.around().job(twin);
        String there = "there is " + twin + " already, with the same unique arguments"
                + (live == null ? ", whose period is not over" : ", which is " + live.status()) + ".";
        return switch (rule.onConflict()) {
            case IGNORE -> Decision.ignored("Not submitted: " + there);
            case REFUSE ->
                Decision.refused(
                        RefusalKind.CONFLICT, "Cannot submit " + spec.type() + " as " + submit.job() + ": " + there);
            case REPLACE -> replaced(submit.job(), live, accepted);
        };
    }

    private static Decision replaced(JobId by, @Nullable Job twin, Decision.Accepted created) {
        if (twin == null || (twin.status().isEnd() && twin.status() != Status.STOPPED)) {
            return created;
        }
        String why = "Replaced by " + by + ".";
        JobId running = twin.run().after();
        boolean ends = twin.run().holder() == null && twin.children().open() == 0;
        List<Change> others = new ArrayList<>();
        if (ends) {
            others.add(new Change(twin.id(), Stops.abort(twin, why)));
        } else {
            running = twin.id();
            if (twin.policy().capabilities().stoppable() && twin.status() != Status.STOPPING) {
                others.add(new Change(twin.id(), Stops.abort(twin, why)));
            }
        }
        return new Decision.Accepted(
                running == null ? created.events() : waiting(created.events(), running), others, null);
    }

    /** The same job, but it waits for another's end in place of being dispatched, and for its own time too if it has one. */
    private static List<JobEvent> waiting(List<JobEvent> created, JobId running) {
        List<JobEvent> events = new ArrayList<>(created);
        if (events.getFirst() instanceof JobSubmitted s) {
            events.set(0, new JobSubmitted(s.spec(), s.policy(), s.parent(), s.root(), s.birth(), null));
        }
        events.add(1, new PredecessorAwaited(running));
        return events;
    }

    /** The job in whose place this one is to be and which has not ended; null: there is none. */
    static @Nullable JobId awaited(Facts facts, Job job) {
        JobId after = job.run().after();
        Job before = after == null ? null : facts.around().job(after);
        return before == null || before.status().isEnd() ? null : after;
    }

    /**
     * Whether the job may have this payload: its unique arguments stay as they are. They are in its route, and where others look
     * whether their key is taken. Null: it may.
     */
    static @Nullable String objection(Facts facts, Job job, Json payload) {
        JobSpec.Unique rule = job.spec().unique();
        if (rule == null) {
            return null;
        }
        String own = facts.around().uniqueRoute(job.tenant(), job.spec());
        String edited = facts.around().uniqueRoute(job.tenant(), Payloads.replaced(job.spec(), payload));
        return own.equals(edited)
                ? null
                : "its unique arguments (" + String.join(", ", rule.arguments())
                        + ") cannot be changed. Submit another job.";
    }

    /** Whether the job may begin another round: nobody else has its key. Null: it may. */
    static @Nullable String objection(Facts facts, Job job, Moment moment) {
        if (job.spec().unique() == null) {
            return null;
        }
        JobId root = job.parent() == null ? null : job.root();
        JobId twin = facts.around().twin(job.tenant(), job.spec(), root, moment.now());
        return twin == null || twin.equals(job.id())
                ? null
                : "there is " + twin + " already, with the same unique arguments. Abort that first.";
    }
}
