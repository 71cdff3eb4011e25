package dev.penstock.api.worker.report;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Progress;
import dev.penstock.api.link.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** What an attempt says for people: its log lines and its progress, no more of them than anybody can read. */
public final class LogBook {
    private static final int MAX_LINES = 1_000;
    private static final int MAX_LINE = 8_192;
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);
    private static final Duration FLUSH = Duration.ofSeconds(5);

    private final Telling telling;
    private final Reports reports;
    private final UnaryOperator<String> said;
    private final AtomicLong lines = new AtomicLong();
    private final AtomicBoolean flagged = new AtomicBoolean();
    private volatile CompletableFuture<Void> lastLine = CompletableFuture.completedFuture(null);
    private long progressToldAt = System.nanoTime() - BETWEEN_PROGRESS.toNanos();
    private int progressTold = -1;

    /** {@code said} covers in a text what may not be read. */
    public LogBook(Telling telling, Reports reports, UnaryOperator<String> said) {
        this.telling = telling;
        this.reports = reports;
        this.said = said;
    }

    /** Tells of progress at most once a second and once for each per cent. */
    public void progress(Progress progress) {
        if (isWorthTelling(progress)) {
            telling.mention(new Report.Progress(telling.order().job(), telling.lease(), progress));
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

    /** Writes a line; the first of level ERROR flags the job (S2.9). */
    public void log(LogLine.Level level, String message) {
        long line = lines.incrementAndGet();
        if (line > MAX_LINES + 1) {
            return;
        }
        boolean last = line == MAX_LINES + 1;
        String text =
                last ? "An attempt writes at most " + MAX_LINES + " lines; the rest is left out" : said.apply(message);
        String capped = text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE - 1) + "…";
        WorkOrder order = telling.order();
        lastLine = reports.log(
                order.job(),
                new LogLine(
                        order.job(),
                        order.round(),
                        order.attempt(),
                        order.number(),
                        line,
                        last ? LogLine.Level.WARN : level,
                        telling.lease().worker(),
                        capped,
                        Instant.now()));
        if (level == LogLine.Level.ERROR && flagged.compareAndSet(false, true)) {
            telling.mention(new Report.ErrorLogged(order.job(), telling.lease(), Failure.capped(text)));
        }
    }

    /** Lines precede the report that ends the attempt (failure scenario C9); a line that cannot be written is let go. */
    public void flush() {
        if (!lastLine.isDone()) {
            CompletableFuture<Void> unused = lastLine.completeOnTimeout(null, FLUSH.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(failure -> null);
            unused.join();
        }
    }
}
