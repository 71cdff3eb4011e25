package dev.penstock.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Submit;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records of {@code jobs.submissions}, the public door: one flat object that a person can type, such as
 * {@code {"type":"email.send","payload":{"to":"ana@example.org"}}}.
 */
public final class SubmissionCodec {
    private SubmissionCodec() {}

    /** Where a record lies, from which it gets the names it does not bring. */
    public record Place(String topic, int partition, long offset) {}

    /** How a job without an id is named. */
    public interface Naming {
        /** The id of a job with this idempotency key. */
        JobId fromKey(String tenant, String key);

        /** The id of a job that brought neither id nor key: the same whenever the record is read again. */
        JobId fromPlace(Place place);

        /**
         * The id of a unique job that brought none: its route follows from its unique arguments, so that all with the same
         * ones meet in one partition; the rest from its place.
         */
        default JobId fromUnique(String tenant, JobSpec spec, Place place) {
            return fromPlace(place);
        }
    }

    /** Every field of the record. Null and zero stand for absent. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Form(
            @Nullable String command,
            int v,
            @Nullable String id,
            @Nullable JobId job,
            @Nullable JobId parent,
            @Nullable Actor actor,
            @Nullable String reason,
            @Nullable String tenant,
            @Nullable String traceparent,
            @Nullable String type,
            int schemaVersion,
            @Nullable Json payload,
            @Nullable String queue,
            @Nullable Priority priority,
            @Nullable String idempotencyKey,
            JobSpec.@Nullable Unique unique,
            @Nullable Instant runAt,
            @Nullable Instant startBefore,
            @Nullable String runBy,
            @Nullable Origin origin,
            @Nullable String notifyUser,
            @Nullable String instance,
            @Nullable String batch,
            @Nullable List<String> tags,
            @Nullable Map<String, String> metadata,
            @Nullable List<JobSpec.Link> links,
            @Nullable String limitKey,
            @Nullable String subject,
            @Nullable String replyTo,
            @Nullable Integer maxAttempts,
            @Nullable Duration timeout,
            @Nullable Duration deleteAfter,
            @Nullable Duration artifactRetention,
            @Nullable Integer batchOf) {}

    /** The record of a submission. {@code job} is left out if the key names it. */
    public static byte[] encode(CommandMessage m) {
        Submit submit = (Submit) m.body();
        return encode(m, submit.job(), submit.parent(), submit.spec());
    }

    /** The record of a submission whose id the processor will find from its key or its place. */
    public static byte[] encode(CommandMessage m, @Nullable JobId job, @Nullable JobId parent, JobSpec s) {
        JobSpec.Overrides o = s.overrides();
        return Wire.write(new Form(
                null,
                Wire.VERSION,
                m.id(),
                job,
                parent,
                m.actor(),
                m.reason(),
                m.tenant().equals(CommandMessage.DEFAULT_TENANT) ? null : m.tenant(),
                m.traceparent(),
                s.type(),
                s.schemaVersion(),
                s.payload(),
                s.queue(),
                s.priority() == Priority.NORMAL ? null : s.priority(),
                s.idempotencyKey(),
                s.unique(),
                s.runAt(),
                s.startBefore(),
                s.runBy(),
                s.origin() == Origin.USER ? null : s.origin(),
                s.notifyUser(),
                s.instance(),
                s.batch(),
                s.tags(),
                s.metadata(),
                s.links(),
                s.limitKey(),
                s.subject(),
                s.replyTo(),
                o.maxAttempts(),
                o.timeout(),
                o.deleteAfter(),
                o.artifactRetention(),
                s.batchOf()));
    }

    /**
     * A submission with the names it lacks: job id from its idempotency key, else from its place; command id from its
     * place.
     *
     * @throws UndecodableException with a sentence for the producer
     */
    public static CommandMessage decode(byte[] json, Place place, Naming naming) throws UndecodableException {
        Form f = Wire.read(json, Form.class);
        if (f.command != null && !f.command.equals("Submit")) {
            throw new UndecodableException("Only Submit may be sent to " + place.topic() + ", not " + f.command);
        }
        if (f.v > Wire.VERSION) {
            throw new UndecodableException("The submission has schema version " + f.v + "; this Penstock reads up to "
                    + Wire.VERSION + ": upgrade it, then send the record again");
        }
        if (f.type == null || f.type.isBlank()) {
            throw new UndecodableException("The submission names no job type: add \"type\", such as \"email.send\"");
        }
        String tenant = f.tenant == null ? CommandMessage.DEFAULT_TENANT : f.tenant;
        JobSpec spec = asked(f, f.type);
        JobId job = f.job == null ? named(tenant, spec, place, naming) : f.job;
        String id = f.id == null ? "s-" + place.partition() + "-" + place.offset() : f.id;
        Actor actor = f.actor == null ? Actor.ANONYMOUS : f.actor;
        Submit submit = new Submit(job, f.parent, spec);
        Completeness.check(submit);
        return new CommandMessage(id, actor, f.reason, tenant, f.traceparent, null, null, submit);
    }

    private static JobId named(String tenant, JobSpec spec, Place place, Naming naming) {
        if (spec.idempotencyKey() != null) {
            return naming.fromKey(tenant, spec.idempotencyKey());
        }
        return spec.unique() == null ? naming.fromPlace(place) : naming.fromUnique(tenant, spec, place);
    }

    private static JobSpec asked(Form f, String type) throws UndecodableException {
        try {
            return spec(f, type);
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("Not a submission: " + e.getMessage(), e);
        } catch (NullPointerException e) {
            throw new UndecodableException("Not a submission: null stands in tags, metadata or links", e);
        }
    }

    @SuppressWarnings("NullAway") // JobSpec's constructor gives absent fields their defaults
    private static JobSpec spec(Form f, String type) {
        return new JobSpec(
                type,
                f.schemaVersion,
                f.payload,
                f.queue,
                f.priority,
                f.idempotencyKey,
                f.unique,
                f.runAt,
                f.startBefore,
                f.runBy,
                f.origin,
                f.notifyUser,
                f.instance,
                f.batch,
                f.tags,
                f.metadata,
                f.links,
                f.limitKey,
                f.subject,
                f.replyTo,
                new JobSpec.Overrides(f.maxAttempts, f.timeout, f.deleteAfter, f.artifactRetention),
                f.batchOf);
    }
}
