package dev.penstock.processor.handlers.load;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.processor.handlers.DemoPlaces;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits a steady mix of jobs, and bursts on request, until it is stopped.
 *
 * <p>One thread does it all, so that the seed decides the mix: a burst is submitted as fast as Kafka takes it, then the
 * steady load goes on.
 */
public final class DemoLoad implements AutoCloseable {
    /** No burst is larger; the demo's SMTP server takes a few hundred mails a second. */
    public static final int LARGEST_BURST = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoad.class);
    private static final int SWEEP_EVERY = 200;
    private static final int LEGACY_EVERY = 20;

    /** While Kafka does not answer, a send may wait longer than anybody who asks for a stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JobClient client;
    private final Options options;
    private final Legacy legacy;
    private final SplittableRandom random;
    private final Mix mix;
    private final Letters newsletter;
    private final Counter counter = new Counter();
    private final AtomicInteger burst = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /**
     * How the load runs.
     *
     * @param perSecond jobs a second on average, see {@link Breath}
     * @param time stop submitting after this time; null: never
     * @param seed of the files and of the mix
     */
    public record Options(
            DemoPlaces places,
            long seed,
            double perSecond,
            @Nullable Duration time) {
        public Options {
            if (perSecond < 0 || perSecond > 10_000) {
                throw new IllegalArgumentException(
                        "penstock.demo.per-second is 0 to 10000 jobs a second, not " + perSecond);
            }
        }
    }

    private DemoLoad(JobClient client, Options options, Legacy legacy, InstantSource clock) {
        this.client = client;
        this.options = options;
        this.legacy = legacy;
        this.random = new SplittableRandom(options.seed());
        String run = Long.toString(clock.millis(), Character.MAX_RADIX);
        this.mix = new Mix(options.seed(), run, options.places(), clock);
        this.newsletter = new Letters(random.split());
        this.thread = Thread.ofPlatform().name("demo-load").daemon().unstarted(this::run);
    }

    /**
     * Makes the files and begins to submit; the caller keeps the client and closes it after the load.
     *
     * @param legacy is let tell something after every {@value #LEGACY_EVERY} jobs
     */
    public static DemoLoad start(JobClient client, Options options, Legacy legacy) throws IOException {
        new DemoFiles(options.places(), options.seed()).prepare();
        DemoLoad load = new DemoLoad(client, options, legacy, InstantSource.system());
        load.thread.start();
        return load;
    }

    /**
     * Asks for a burst of newsletters, besides those asked for already.
     *
     * @return how many are now asked for and not yet sent
     * @throws IllegalArgumentException if the number is not 1 to {@link #LARGEST_BURST}
     * @throws IllegalStateException if the load has stopped
     */
    public int burst(int jobs) {
        if (jobs < 1 || jobs > LARGEST_BURST) {
            throw new IllegalArgumentException("A burst is 1 to " + LARGEST_BURST + " jobs, not " + jobs + ".");
        }
        if (isStopped()) {
            throw new IllegalStateException("The demo's load has stopped and submits no more bursts.");
        }
        return burst.accumulateAndGet(jobs, (asked, more) -> Math.min(LARGEST_BURST, asked + more));
    }

    /** Submits nothing more once this returns; what was sent is still counted when it is answered. */
    public void stop() {
        stopped.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Tally tally() {
        return counter.tally(isStopped() && !thread.isAlive());
    }

    @Override
    public void close() {
        stop();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void run() {
        long begin = System.nanoTime();
        try {
            for (long sent = 0; !isStopped(); sent++) {
                sendBurst();
                if (options.perSecond() > 0) {
                    sendNext(sent);
                }
                if (sent % SWEEP_EVERY == 0) {
                    new DemoFiles(options.places(), options.seed()).sweep();
                }
                pause(begin);
            }
        } catch (IOException e) {
            LOG.error(
                    "The demo's load stops: its files below {} cannot be written",
                    options.places().folder(),
                    e);
            stopped.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendNext(long sent) throws IOException, InterruptedException {
        send(mix.next());
        if (sent % LEGACY_EVERY == 0) {
            legacy.tell();
        }
    }

    private void sendBurst() throws InterruptedException {
        while (burst.get() > 0 && !isStopped()) {
            send(newsletter.ofBurst());
            burst.decrementAndGet();
        }
    }

    // A send that fails at once, as it does when Kafka's metadata cannot be had, counts like one that fails later.
    private void send(NewJob job) throws InterruptedException {
        counter.sending();
        try {
            var unused = client.submitAsync(job).whenComplete((handle, failure) -> counter.answered(failure));
        } catch (RuntimeException e) {
            counter.answered(e);
            LOG.warn("A job of the demo could not be sent", e);
        }
    }

    private void pause(long begin) throws InterruptedException {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        Duration wait = Breath.untilNext(options.perSecond(), elapsed, random.nextDouble());
        Duration time = options.time();
        boolean last = time != null && elapsed.plus(wait).compareTo(time) >= 0;
        boolean asked =
                stopped.await((last && time != null ? time.minus(elapsed) : wait).toNanos(), TimeUnit.NANOSECONDS);
        if (last && !asked) {
            LOG.info("The demo's load has run for {} and stops", time);
            stopped.countDown();
        }
    }
}
