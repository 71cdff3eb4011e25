package dev.penstock.api.worker;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Progress;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The context of an attempt in a worker. */
final class AttemptContext implements JobContext {
    private static final int MAX_LINES = 1_000;
    private static final int MAX_LINE = 8_192;
    private static final int MAX_CHECKPOINT = 256 * 1024;
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);
    private static final Duration FLUSH = Duration.ofSeconds(5);

    private final Attempt attempt;
    private final WorkOrder order;
    private final Shift shift;
    private final AtomicLong lines = new AtomicLong();
    private final AtomicBoolean flagged = new AtomicBoolean();
    private volatile CompletableFuture<Void> lastLine = CompletableFuture.completedFuture(null);
    private volatile OptionalLong fencingToken = OptionalLong.empty();
    private volatile boolean sawStop;
    private volatile @Nullable Json checkpoint;
    private long progressToldAt = System.nanoTime() - BETWEEN_PROGRESS.toNanos();
    private int progressTold = -1;

    AttemptContext(Attempt attempt, WorkOrder order, Shift shift) {
        this.attempt = attempt;
        this.order = order;
        this.shift = shift;
        this.checkpoint = order.checkpoint();
    }

    void granted(long token) {
        fencingToken = OptionalLong.of(token);
    }

    /** The handler knows that it is asked to stop. */
    boolean sawStop() {
        return sawStop;
    }

    @Override
    public void progress(long done, long total, String message) {
        Progress progress = new Progress(done, total, message.isEmpty() ? null : message);
        if (isWorthTelling(progress)) {
            attempt.mention(new Report.Progress(order.job(), attempt.lease(), progress));
        }
    }

    private synchronized boolean isWorthTelling(Progress progress) {
        long now = System.nanoTime();
        boolean unknownTotal = progress.total() <= 0;
        if (now - progressToldAt < BETWEEN_PROGRESS.toNanos()
                || (progress.percent() == progressTold && !unknownTotal)) {
            return false;
        }
        progressToldAt = now;
        progressTold = progress.percent();
        return true;
    }

    @Override
    public void log(LogLine.Level level, String message) {
        long line = lines.incrementAndGet();
        if (line > MAX_LINES + 1) {
            return;
        }
        boolean last = line == MAX_LINES + 1;
        String text = last ? "An attempt writes at most " + MAX_LINES + " lines; the rest is left out" : message;
        String capped = text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE - 1) + "…";
        lastLine = shift.reports()
                .log(
                        order.job(),
                        new LogLine(
                                order.job(),
                                order.round(),
                                order.attempt(),
                                order.number(),
                                line,
                                last ? LogLine.Level.WARN : level,
                                shift.id(),
                                capped,
                                Instant.now()));
        if (level == LogLine.Level.ERROR && flagged.compareAndSet(false, true)) {
            attempt.mention(new Report.ErrorLogged(order.job(), attempt.lease(), Failure.capped(message)));
        }
    }

    /** Lines precede the report that ends the attempt (failure scenario C9); a line that cannot be written is let go. */
    void flushLines() {
        if (!lastLine.isDone()) {
            CompletableFuture<Void> unused = lastLine.completeOnTimeout(null, FLUSH.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(failure -> null);
            unused.join();
        }
    }

    @Override
    public void checkpoint(Object state) {
        Json json = state instanceof Json kept ? kept : new Json(Wire.text(state));
        if (json.bytes() > MAX_CHECKPOINT) {
            throw new IllegalArgumentException("A checkpoint has at most " + MAX_CHECKPOINT + " bytes, this one "
                    + json.bytes() + ": keep the data elsewhere and their address in the checkpoint");
        }
        try {
            attempt.tell(new Report.Checkpoint(order.job(), attempt.lease(), json))
                    .join();
        } catch (CompletionException | java.util.concurrent.CancellationException e) {
            throw new IllegalStateException(
                    "Job " + order.job() + " is no longer this worker's: the checkpoint was not kept", e);
        }
        checkpoint = json;
    }

    @Override
    public <T> Optional<T> checkpoint(Class<T> type) {
        Json kept = checkpoint;
        if (kept == null) {
            return Optional.empty();
        }
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
