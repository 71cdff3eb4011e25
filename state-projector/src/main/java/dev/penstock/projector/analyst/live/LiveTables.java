package dev.penstock.projector.analyst.live;

import dev.penstock.api.topic.Kafka;
import dev.penstock.projector.analyst.duck.Answer;
import dev.penstock.projector.analyst.duck.Limits;
import dev.penstock.projector.analyst.duck.Question;
import dev.penstock.projector.analyst.duck.Refusal;
import dev.penstock.projector.analyst.duck.TooCostly;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The log as tables that follow it: a question first has read what has happened since the last one. Readings and questions take
 * turns on one thread, because DuckDB opens a file either to write or to be asked by strangers; between them nothing is open and no
 * memory is held. Thread-safe.
 */
public final class LiveTables implements AutoCloseable {
    private final Kafka kafka;
    private final Path folder;
    private final Limits limits;
    private final Duration patience;
    private final ExecutorService turns = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("penstock-sql").factory());
    private @Nullable Reading reading;
    private @Nullable FutureTask<Reading.Reached> running;
    private Reading.@Nullable Reached reached;

    /**
     * Tables that are made and read when somebody asks.
     *
     * @param folder for the files; made if it is missing
     * @param patience how long a question waits for the tables, and for its turn
     */
    public LiveTables(Kafka kafka, Path folder, Limits limits, Duration patience) {
        this.kafka = kafka;
        this.folder = folder;
        this.limits = limits;
        this.patience = patience;
    }

    /**
     * Asks.
     *
     * @param sql one SELECT over events, jobs and attempts
     * @param rules what is covered; if it was something else before, the tables are made anew
     * @throws Refusal if it is not one SELECT, or DuckDB does not understand it
     * @throws TooCostly if it costs more than it may
     * @throws NotYet if it can be asked again in a while
     * @throws IllegalStateException if the log cannot be read
     */
    public Told ask(String sql, MaskRules rules) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        Wait wait = new Wait(false, null);
        while (!wait.isOwn()) {
            wait = begin(rules);
            await(wait.task(), until);
        }
        Future<Told> turn = turns.submit(() -> answer(sql, rules));
        try {
            return result(turn, patience.plus(limits.time()).toNanos(), () -> "Other questions are being answered.");
        } finally {
            // One that nobody waits for any more is not asked.
            turn.cancel(false);
        }
    }

    private record Wait(boolean isOwn, @Nullable FutureTask<Reading.Reached> task) {}

    /** A reading that was under way before somebody asked may miss what they have just done: then one more follows it. */
    private synchronized Wait begin(MaskRules rules) {
        FutureTask<Reading.Reached> before = running;
        if (before != null && !before.isDone()) {
            return new Wait(false, before);
        }
        Reading next = new Reading(kafka, folder, rules, limits.megabytes());
        FutureTask<Reading.Reached> task = new FutureTask<>(() -> {
            Reading.Reached last = reached;
            // Until it has succeeded nobody knows what lies there.
            reached = null;
            Reading.Reached now = next.read(last);
            reached = now;
            return now;
        });
        reading = next;
        running = task;
        turns.execute(task);
        return new Wait(true, task);
    }

    private void await(@Nullable FutureTask<Reading.Reached> task, long until) throws InterruptedException {
        if (task != null) {
            result(task, Math.max(0, until - System.nanoTime()), this::filling);
        }
    }

    private synchronized String filling() {
        Reading now = reading;
        return String.format(
                Locale.ROOT,
                "The tables for SQL are being filled from the log: %,d of %,d events are read.",
                now == null ? 0 : now.done(),
                now == null ? 0 : now.all());
    }

    /** Between a reading and its question somebody else may have had the tables made under other rules. */
    private Told answer(String sql, MaskRules rules) {
        Reading.Reached there = reached;
        if (there == null || !there.isUnder(rules)) {
            throw new NotYet("The tables for SQL have just been made anew.");
        }
        long begin = System.nanoTime();
        Answer answer = new Question(Reading.tables(folder), limits).ask(sql);
        return new Told(answer, there.next(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private static <T> T result(Future<T> future, long nanos, Supplier<String> late) throws InterruptedException {
        try {
            return future.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NotYet(late.get());
        } catch (ExecutionException e) {
            Throwable why = Objects.requireNonNullElse(e.getCause(), e);
            throw why instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("The tables for SQL cannot be used: " + why.getMessage(), e);
        }
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }
}
