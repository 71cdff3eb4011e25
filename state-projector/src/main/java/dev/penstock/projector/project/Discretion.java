package dev.penstock.projector.project;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Payloads;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the read side does not show: idempotency keys, which often are somebody's address (failure scenario B15). */
final class Discretion {
    private static final int SHOWN_BYTES = 16;

    private Discretion() {}

    /** The event with a hash in place of the key. */
    static EventMessage discreet(EventMessage m) {
        return m.body() instanceof JobSubmitted e && e.spec().idempotencyKey() != null
                ? with(
                        m,
                        e,
                        Payloads.replaced(
                                e.spec(),
                                e.spec().payload(),
                                hash(m.tenant() + '\n' + e.spec().idempotencyKey())))
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

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
