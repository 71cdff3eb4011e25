package dev.penstock.api.payload;

import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A job type as its payload record declares it.
 *
 * @param payload the record
 * @param name of the type
 * @param version of the payload's schema
 * @param queue of jobs whose submission names none
 * @param description for people
 * @param policy what holds for its jobs
 */
public record TypeDeclaration<P>(
        Class<P> payload, String name, int version, String queue, String description, JobPolicy policy) {

    /**
     * What {@code payload} declares.
     *
     * @throws IllegalArgumentException if it does not carry {@link JobType}, with the line to add
     */
    public static <P> TypeDeclaration<P> of(Class<P> payload) {
        JobType type = payload.getAnnotation(JobType.class);
        if (type == null) {
            throw new IllegalArgumentException(payload.getName() + " does not say which job type it belongs to: add"
                    + " @JobType(name = \"…\") to it, or name the type yourself");
        }
        return new TypeDeclaration<>(
                payload, type.name(), type.version(), type.queue(), type.description(), policy(type.policy()));
    }

    private static JobPolicy policy(JobType.Policy p) {
        return new JobPolicy(
                p.version(),
                new JobPolicy.Capabilities(p.stoppable(), p.resumable(), p.restartable(), p.claimFirst(), p.system()),
                p.maxAttempts(),
                new Backoff(
                        Durations.parse(p.backoff()),
                        p.backoffFactor(),
                        Durations.parse(p.longestBackoff()),
                        p.jitter()),
                p.timeout().isEmpty() ? null : Durations.parse(p.timeout()),
                p.onExhausted(),
                p.onLeaseLost(),
                p.onChildFailed(),
                Durations.parse(p.deleteAfter()),
                Durations.parse(p.artifactRetention()));
    }

    /** The entry of {@code jobs.settings} that publishes the type, with the JSON Schema of its payload. */
    public Setting.Type setting() {
        return new Setting.Type(name, description, queue, policy, Map.of(version, RecordSchema.of(payload)));
    }

    /**
     * The payload of a job.
     *
     * @throws UndecodableException with a sentence, if it does not fit the record
     */
    public P read(Json json) throws UndecodableException {
        return Wire.read(json.text().getBytes(StandardCharsets.UTF_8), payload);
    }
}
