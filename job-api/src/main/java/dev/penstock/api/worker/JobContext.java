package dev.penstock.api.worker;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.job.JobId;
import dev.penstock.api.setting.Setting;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a handler knows of its job, and can say about it. Thread-safe. */
public interface JobContext {
    /** The job. */
    JobId job();

    /** Its type. */
    String type();

    /** Its queue. */
    String queue();

    /** Round of the job, from 1; Retry, Restart and edit begin the next. */
    int round();

    /** Attempt within the round, from 1. */
    int attempt();

    /** When the job was created, by the log's clock. */
    Instant createdAt();

    /** The user who triggered it; null for system jobs (S2.11). */
    @Nullable
    String runBy();

    /** Label of the job. */
    String tenant();

    /** The submitter's W3C trace context; null if it gave none. */
    @Nullable
    String traceparent();

    /** Names the job towards other systems, so that they do its work once however often it runs: the job's id. */
    default String idempotencyKey() {
        return job().value();
    }

    /**
     * A number that grows with each grant of the job, for stores that refuse an older one. Only attempts that were claimed
     * first have it: those of a {@code claimFirst} type, and redeliveries (failure scenario A5).
     */
    OptionalLong fencingToken();

    /**
     * Says how far the attempt is (S2.12). Told to the log at most once a second and once for each per cent.
     *
     * @param total 0 if not known
     */
    void progress(long done, long total, String message);

    /** As above, without words. */
    default void progress(long done, long total) {
        progress(done, total, "");
    }

    /**
     * Writes a line to the job's log (S2.22): at most 8 KB, at most 1,000 lines an attempt. A line of level ERROR flags the
     * job (S2.9); it does not fail it.
     */
    void log(LogLine.Level level, String message);

    /** Writes a line of level INFO. */
    default void log(String message) {
        log(LogLine.Level.INFO, message);
    }

    /**
     * Keeps {@code state} for the next attempt: after a stop, a failure or a crash. Durable when it returns; at most 256 KB
     * as JSON.
     *
     * @throws IllegalStateException if this attempt has lost its lease: somebody else runs the job
     */
    void checkpoint(Object state);

    /** What the last attempt kept, or this one. */
    <T> Optional<T> checkpoint(Class<T> type);

    /**
     * Whether the handler is asked to stop: by a person (S2.15), or because the worker closes. A handler that has seen
     * {@code true} and then returns or throws counts as stopped, not as done: save a checkpoint first if there is one.
     */
    boolean stopRequested();

    /**
     * The present text of a template (S0.26).
     *
     * @throws PermanentFailure if there is none of that name
     */
    Setting.Template template(String name);
}
