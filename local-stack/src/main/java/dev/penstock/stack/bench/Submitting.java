package dev.penstock.stack.bench;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Submits jobs without work through one client: as fast as it can, evenly at a rate, or as many as may be open. */
final class Submitting implements AutoCloseable {
    /** Sent and not acknowledged: enough to keep batches full, few enough to bound memory. */
    private static final int UNDER_WAY = 20_000;

    private final JobClient client;
    private final Semaphore free = new Semaphore(UNDER_WAY);
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean stopped;
    private final AtomicLong submitted = new AtomicLong();
    private @Nullable Thread keeper;

    /** Submissions a second while nobody works: under a prefix that no processor listens to. */
    static double alone(Kafka kafka, Duration time) throws InterruptedException {
        try (Submitting submitting = new Submitting(kafka.prefix(BenchTopics.ALONE.prefix()))) {
            submitting.asFastAsPossible(Duration.ofSeconds(2));
            return submitting.asFastAsPossible(time);
        }
    }

    Submitting(Kafka kafka) {
        client = JobClient.builder(kafka).source("bench").build();
    }

    /** Jobs a second, acknowledged, for a time. */
    double asFastAsPossible(Duration time) throws InterruptedException {
        long begin = System.nanoTime();
        long jobs = 0;
        while (System.nanoTime() - begin < time.toNanos()) {
            submit();
            jobs++;
        }
        settle();
        return Rate.of(jobs, System.nanoTime() - begin);
    }

    /** As many jobs as the rate and the time make, evenly; returns how many. */
    long evenly(double perSecond, Duration time, Supplier<NoWork> next) throws InterruptedException {
        long jobs = Math.round(perSecond * time.toMillis() / 1000);
        long begin = System.nanoTime();
        for (long i = 0; i < jobs; i++) {
            long due = begin + (long) (i * 1e9 / perSecond);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            submit(next.get());
        }
        settle();
        return jobs;
    }

    /** Submits in a thread of its own whenever {@code open} has a permit, until {@link #stop}. */
    void keepOpen(Semaphore open) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (!stopped) {
                            if (open.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                                submit();
                                submitted.incrementAndGet();
                            }
                        }
                        settle();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "submitter");
        keeper = thread;
        thread.start();
    }

    /** Ends {@link #keepOpen}; returns how many it has submitted. */
    long stop() throws InterruptedException {
        stopped = true;
        Objects.requireNonNull(keeper, "nothing was begun").join();
        failIfUnacknowledged();
        return submitted.get();
    }

    @Override
    public void close() {
        client.close();
    }

    private void submit() throws InterruptedException {
        submit(NoWork.any());
    }

    private void submit(NoWork job) throws InterruptedException {
        free.acquire();
        var unused = client.submitAsync(NewJob.of(job)).whenComplete((handle, failure) -> {
            if (failure != null) {
                failed.incrementAndGet();
            }
            free.release();
        });
    }

    private void settle() throws InterruptedException {
        free.acquire(UNDER_WAY);
        free.release(UNDER_WAY);
        failIfUnacknowledged();
    }

    private void failIfUnacknowledged() {
        if (failed.get() > 0) {
            throw new IllegalStateException(failed.get() + " submissions were not acknowledged; nothing was measured.");
        }
    }
}
