package dev.penstock.api.worker;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.worker.family.Children;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
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

    /** Whether {@link #stopRequested} has said so in this attempt: whatever the handler returns now, it counts as stopped. */
    boolean sawStop();

    /**
     * Creates a child of this job (S1.15), which runs whatever becomes of this attempt. It is on its way when this returns; the
     * attempt's end is reported after it. Creating 100,000 takes about as long as their decisions: this waits when four
     * commands of up to 500 children are undecided.
     *
     * <p>The name stands for the child: a second one of the same name, in this attempt or a later one, does nothing. So an
     * attempt that runs again must give the same names for the same work. A name made of a random number, a time, or the order
     * of a set makes children twice (failure scenario B8).
     *
     * @throws dev.penstock.api.worker.family.SpawnRefused if a processor has refused this child or one before it
     * @throws IllegalStateException if this attempt has lost its lease
     */
    void spawn(String name, NewJob job);

    /**
     * As above, named by its type and its number among those of its type in this attempt. Only for handlers that spawn the
     * same children in the same order whenever they run again; else give names.
     */
    void spawn(NewJob job);

    /** Creates children by their names, in the map's order. */
    default void spawnAll(Map<String, NewJob> jobs) {
        jobs.forEach(this::spawn);
    }

    /** Creates children without names of their own; the stream may be longer than memory. */
    default void spawnAll(Stream<NewJob> jobs) {
        jobs.forEachOrdered(this::spawn);
    }

    /**
     * How the children stand, if this attempt calls their parent back; empty in a first run, and in one after a failure, a stop
     * or a crash of it. What a call is told again is told to its next attempt, too.
     */
    Optional<Children> children();

    /**
     * Ends this attempt's part: the handler returns afterwards (null; what it returns is dropped), and is run again when its
     * children have ended: once after the last of them, or as each ends (ends that come close together share a call). Without
     * this, a job whose handler returns waits for its children and completes after the last, without a call.
     */
    void awaitChildren(Report.Await mode);

    /** The job completes when the handler returns; children that have not ended go on by themselves. */
    void leaveChildren();

    /**
     * Keeps a file that the job has made, for its user to download (S4.14): it is stored, and named in the log, when this
     * returns. At most 100 MB, unless the worker was given another limit. Kept until the type's artifact retention after the
     * job's completion. Content type and size are found out; the name is that of the file.
     *
     * @throws dev.penstock.api.artifact.ArtifactRefused if it will never be kept, such as one that is too large
     * @throws IOException if it cannot be kept now
     * @throws IllegalStateException if the worker has no store, or this attempt has lost its lease
     */
    default Artifact attach(Path file) throws IOException {
        String found = Files.probeContentType(file);
        try (InputStream content = Files.newInputStream(file)) {
            return attach(
                    String.valueOf(file.getFileName()), found == null ? "application/octet-stream" : found, content);
        }
    }

    /**
     * The same for a file that is being made; {@code content} is read to its end and not closed.
     *
     * @param name made safe by the store: folders in it are left out
     * @param contentType media type, such as {@code text/csv}
     */
    Artifact attach(String name, String contentType, InputStream content) throws IOException;

    /**
     * The present text of a template (S0.26).
     *
     * @throws PermanentFailure if there is none of that name
     */
    Setting.Template template(String name);
}
