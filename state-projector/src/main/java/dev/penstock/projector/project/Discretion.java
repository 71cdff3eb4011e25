package dev.penstock.projector.project;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Payloads;

/** What the read side does not show: idempotency keys, which often are somebody's address (failure scenario B15). */
public final class Discretion {
    private Discretion() {}

    /** The event with a hash in place of the key. */
    public static EventMessage discreet(EventMessage m) {
        return m.body() instanceof JobSubmitted e && e.spec().idempotencyKey() != null
                ? with(m, e, Payloads.discreet(e.spec(), m.tenant()))
                : m;
    }

    /** The event as the history keeps it: a payload stands once in the read model, with its job. */
    static EventMessage withoutPayload(EventMessage m) {
        return m.body() instanceof JobSubmitted e ? with(m, e, Payloads.replaced(e.spec(), Json.EMPTY)) : m;
    }

    private static EventMessage with(EventMessage m, JobSubmitted e, JobSpec spec) {
        return new EventMessage(
                m.key(),
                m.version(),
                m.command(),
                m.last(),
                m.actor(),
                m.reason(),
                m.at(),
                m.tenant(),
                m.traceparent(),
                m.subject(),
                m.sealed(),
                new JobSubmitted(spec, e.policy(), e.parent(), e.root(), e.birth(), e.dispatch()));
    }
}
