package dev.penstock.api.link;

import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one queue on a platform thread: polls with free slots in hand, has everything started at once, and acknowledges
 * each record as soon as a report about it is durable, never at the end of its job: the share group's in-flight window is a
 * span of offsets (failure scenarios B10, C19).
 */
public final class Intake implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    /** After a transaction's marker the client fetches again only with the next poll, so polls are short while work comes. */
    private static final Duration BRISK = Duration.ofMillis(5);

    private static final Duration CALM = Duration.ofMillis(25);
    private static final Duration LATELY = Duration.ofSeconds(2);
    /** Low work is for a worker that has had nothing better for so long, and for longer at its start: lanes join one by one. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private static final Duration JOINING = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String name;
    private final WorkQueue queue;
    private final Slots slots;
    private final int batch;
    private final Taker taker;
    private final Grace grace = new Grace();
    private volatile boolean stopped;
    private long lastWork = System.nanoTime() - LATELY.toNanos();
    private long lastBetterWork = System.nanoTime() + JOINING.toNanos();

    /**
     * The intake of one queue.
     *
     * @param batch records of one poll at most, and slots that must be free for it
     */
    public Intake(Kafka kafka, String name, Slots slots, int batch, Taker taker) {
        this.name = name;
        this.queue = new WorkQueue(kafka, name, batch);
        this.slots = slots;
        this.batch = batch;
        this.taker = taker;
    }

    /** Polls no more; {@link #run} returns after the records in hand are settled. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                turn();
            }
        } catch (InterruptException e) {
            LOG.debug("The intake of {} was interrupted", name);
        } catch (RuntimeException e) {
            LOG.error("The intake of {} is broken", name, e);
            taker.broken(e);
        } finally {
            queue.close();
        }
    }

    private void turn() {
        try {
            if (taker.isQuiet(name)) {
                queue.stepAside();
                Thread.sleep(PAUSE);
            } else if (slots.take(batch, queue.patience())) {
                takeBatch();
            } else {
                queue.stepAside();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("The queue {} cannot be read at the moment: {}", name, e.toString());
            lastWork = System.nanoTime() - LATELY.toNanos();
            pause();
        }
    }

    private void takeBatch() throws InterruptedException {
        int spare = batch;
        try {
            List<Received> received = poll();
            List<Taker.Taking> takings = new ArrayList<>(received.size());
            for (Received one : received) {
                Taker.Taking taking = taker.take(one);
                takings.add(taking);
                spare -= taking.occupies() ? 1 : 0;
            }
            slots.give(spare); // before the reports are durable: other queues need them now
            spare = 0;
            settle(received, takings);
        } finally {
            slots.give(spare);
        }
    }

    private List<Received> poll() {
        List<Received> received = queue.poll(wasSince(lastWork, LATELY) ? BRISK : CALM);
        if (!received.isEmpty()) {
            lastBetterWork = System.nanoTime();
        } else if (isIdle()) {
            received = queue.pollLow();
        }
        if (!received.isEmpty()) {
            lastWork = System.nanoTime();
        }
        return received;
    }

    private boolean isIdle() {
        return !wasSince(lastBetterWork, IDLE) && slots.running() <= slots.total() / 2;
    }

    private static boolean wasSince(long moment, Duration span) {
        return System.nanoTime() - moment < span.toNanos();
    }

    private void settle(List<Received> received, List<Taker.Taking> takings) throws InterruptedException {
        long deadline = System.nanoTime() + Grace.SHORT.toNanos();
        BitSet awaited = new BitSet();
        for (int i = 0; i < takings.size(); i++) {
            awaited.set(i, grace.isWorthwhile(type(received.get(i))));
            if (!awaited.get(i)) {
                announce(received.get(i), takings.get(i), 0);
            }
        }
        for (int i = awaited.nextSetBit(0); i >= 0; i = awaited.nextSetBit(i + 1)) {
            announce(received.get(i), takings.get(i), deadline);
        }
        for (int i = 0; i < takings.size(); i++) {
            if (isSettled(takings.get(i))) {
                queue.accept(received.get(i));
            } else {
                queue.release(received.get(i));
            }
        }
        if (!received.isEmpty() && slots.free() < batch) {
            queue.flush();
        }
    }

    private void announce(Received received, Taker.Taking taking, long deadline) throws InterruptedException {
        boolean goesOn = !isSettledBy(taking, deadline) && taking.announce();
        grace.saw(type(received), !goesOn);
    }

    private static String type(Received received) {
        return received.order().type();
    }

    private static boolean isSettledBy(Taker.Taking taking, long deadline) throws InterruptedException {
        try {
            taking.settled().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | java.util.concurrent.CancellationException e) {
            return true;
        }
    }

    private static boolean isSettled(Taker.Taking taking) throws InterruptedException {
        try {
            taking.settled().get();
            return true;
        } catch (ExecutionException | java.util.concurrent.CancellationException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
