package dev.penstock.api.worker;

import dev.penstock.api.artifact.ArtifactStore;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.ChildrenNews;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Progress;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.family.ChildNames;
import dev.penstock.api.worker.family.Children;
import dev.penstock.api.worker.family.EndsInLog;
import dev.penstock.api.worker.family.Spawning;
import dev.penstock.api.worker.report.LogBook;
import dev.penstock.api.worker.report.Telling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The context of an attempt in a worker. */
final class AttemptContext implements JobContext {
    private static final int MAX_CHECKPOINT = 256 * 1024;

    private final Attempt attempt;
    private final Telling telling;
    private final WorkOrder order;
    private final Shift shift;
    private final LogBook log;
    private final ChildNames names;
    private final Spawning spawning;
    private volatile OptionalLong fencingToken = OptionalLong.empty();
    private volatile boolean sawStop;
    private volatile @Nullable Json checkpoint;
    private volatile Report.@Nullable Await awaiting;
    private volatile boolean detached;

    AttemptContext(Attempt attempt, Telling telling, Shift shift) {
        this.attempt = attempt;
        this.telling = telling;
        this.order = telling.order();
        this.shift = shift;
        this.log = new LogBook(telling, shift.reports(), attempt.contents()::said);
        this.names = new ChildNames(order.children());
        this.spawning = new Spawning(
                (command, children) -> telling.tell(command, new Report.Spawn(order.job(), telling.lease(), children)));
        this.checkpoint = order.checkpoint();
    }

    void granted(long token) {
        fencingToken = OptionalLong.of(token);
    }

    /** How the handler wants to be called back; null: not at all. */
    Report.@Nullable Await awaiting() {
        return awaiting;
    }

    /** The handler wants its job to complete before its children. */
    boolean isDetached() {
        return detached;
    }

    Spawning spawning() {
        return spawning;
    }

    LogBook lines() {
        return log;
    }

    @Override
    public void progress(long done, long total, String message) {
        log.progress(new Progress(
                done, total, message.isEmpty() ? null : attempt.contents().said(message)));
    }

    @Override
    public void log(LogLine.Level level, String message) {
        log.log(level, message);
    }

    @Override
    public void checkpoint(Object state) {
        Json json = state instanceof Json kept ? kept : new Json(Wire.text(state));
        // As it is sent: sealed, it is a third larger.
        Json closed = attempt.contents().closed("checkpoint", json);
        if (closed.bytes() > MAX_CHECKPOINT) {
            throw new IllegalArgumentException("A checkpoint has at most " + MAX_CHECKPOINT + " bytes, this one "
                    + closed.bytes() + ": keep the data elsewhere and their address in the checkpoint");
        }
        spawning.settle(); // what a checkpoint says was done must be done
        tell(new Report.Checkpoint(order.job(), telling.lease(), closed), "the checkpoint was not kept");
        checkpoint = json;
    }

    private void tell(Report report, String lost) {
        try {
            telling.tell(report).join();
        } catch (CompletionException | CancellationException e) {
            throw new IllegalStateException("Job " + order.job() + " is no longer this worker's: " + lost, e);
        }
    }

    @Override
    public Artifact attach(String name, String contentType, InputStream content) throws IOException {
        ArtifactStore store = shift.artifacts();
        if (store == null) {
            throw new IllegalStateException(
                    "This worker has no store for files: give it one with builder.artifacts(new FolderArtifacts(…))");
        }
        Artifact kept = store.keep(
                new ArtifactStore.Making(order.job(), order.number(), name, contentType, order.uploadToken()), content);
        tell(new Report.Attach(order.job(), telling.lease(), kept), "the file " + kept.name() + " is not its");
        return kept;
    }

    @Override
    public <T> Optional<T> checkpoint(Class<T> type) {
        if (checkpoint == null) {
            return Optional.empty();
        }
        Json kept = attempt.contents().opened("checkpoint", checkpoint);
        try {
            return Optional.of(Wire.read(kept.text().getBytes(StandardCharsets.UTF_8), type));
        } catch (UndecodableException e) {
            throw new PermanentFailure(
                    "The checkpoint of job " + order.job() + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean stopRequested() {
        if (attempt.wish() != Attempt.Wish.NONE) {
            sawStop = true;
        }
        return sawStop;
    }

    @Override
    public boolean sawStop() {
        return sawStop;
    }

    @Override
    public void spawn(String name, NewJob job) {
        spawning.add(names.child(name, childSpec(job)));
    }

    @Override
    public void spawn(NewJob job) {
        spawning.add(names.child(childSpec(job)));
    }

    private JobSpec childSpec(NewJob job) {
        return job.childSpec(Instant.now(), shift.handlers().sealing(), order.tenant(), order.job());
    }

    @Override
    public Optional<Children> children() {
        ChildrenNews news = order.children();
        return news == null
                ? Optional.empty()
                : Optional.of(new Children(
                        news,
                        () -> new EndsInLog(order.job()).in(shift.familyLog().read(order, news.since())),
                        attempt.contents()::openedOf));
    }

    @Override
    public void awaitChildren(Report.Await mode) {
        awaiting = mode;
        detached = false;
    }

    @Override
    public void leaveChildren() {
        awaiting = null;
        detached = true;
    }

    @Override
    public Setting.Template template(String name) {
        return shift.template(name);
    }

    @Override
    public OptionalLong fencingToken() {
        return fencingToken;
    }

    @Override
    public JobId job() {
        return order.job();
    }

    @Override
    public String type() {
        return order.type();
    }

    @Override
    public String queue() {
        return order.queue();
    }

    @Override
    public int round() {
        return order.round();
    }

    @Override
    public int attempt() {
        return order.attempt();
    }

    @Override
    public Instant createdAt() {
        return order.createdAt();
    }

    @Override
    public @Nullable String runBy() {
        return order.runBy();
    }

    @Override
    public String tenant() {
        return order.tenant();
    }

    @Override
    public @Nullable String traceparent() {
        return order.traceparent();
    }
}
