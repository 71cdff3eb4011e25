package dev.penstock.api.worker.family;

import dev.penstock.api.command.Report.Child;
import dev.penstock.api.key.Ids;
import dev.penstock.api.wire.Wire;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The children that an attempt creates, on their way to the log.
 *
 * <p>A single child leaves at once; while a command is undecided others gather, up to 500 in one command, and at most four
 * commands are undecided, so that a big family does not hold up its partition (failure scenario B7). A command whose decision
 * is not heard of is sent again under its id. A refusal is thrown once, by whichever call comes first. Thread-safe.
 */
public final class Spawning {
    /** Sends one command under its id; done when durable. */
    @FunctionalInterface
    public interface Door {
        CompletableFuture<Void> send(String command, List<Child> children);
    }

    private record Sized(Child child, int bytes) {}

    /** A command on its way. */
    private static final class Undecided {
        final List<Child> children;
        long sentAt = System.nanoTime();

        Undecided(List<Child> children) {
            this.children = children;
        }
    }

    private static final int MOST_CHILDREN = 500;
    private static final int MOST_COMMANDS = 4;
    /** A record is refused from 900 KB on. */
    private static final int MOST_BYTES = 512 * 1024;

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration REPEAT = Duration.ofSeconds(10);

    private final Door door;
    private final Set<String> names = new HashSet<>();
    private final Deque<Sized> pending = new ArrayDeque<>();
    private final Map<String, Undecided> undecided = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition decided = lock.newCondition();
    /** Nothing more will gather. */
    private boolean hurry;

    private volatile boolean lost;
    private @Nullable RuntimeException untold;

    public Spawning(Door door) {
        this.door = door;
    }

    /** Creates a child, unless this attempt has created one of that name. Waits while too much is undecided. */
    public void add(Child child) {
        Sized sized = new Sized(child, Wire.write(child).length);
        lock.lock();
        try {
            throwUntold();
            if (names.add(child.name())) {
                pending.add(sized);
                advance();
            }
            awaitUntil(() -> pending.size() < MOST_CHILDREN || undecided.size() < MOST_COMMANDS);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything is decided, so that what is reported afterwards cannot overtake a child (B8). */
    public void settle() {
        lock.lock();
        try {
            hurry = true;
            advance();
            awaitUntil(() -> pending.isEmpty() && undecided.isEmpty());
            throwUntold();
        } finally {
            hurry = false;
            lock.unlock();
        }
    }

    private void awaitUntil(BooleanSupplier enough) {
        try {
            while (!enough.getAsBoolean()) {
                throwUntold();
                boolean unused = decided.await(TICK.toMillis(), TimeUnit.MILLISECONDS);
                repeat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while children were being created");
        }
    }

    private void throwUntold() {
        if (lost) {
            throw new IllegalStateException("The job is no longer this worker's: no children are created");
        }
        RuntimeException refusal = untold;
        untold = null;
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Sends what may leave now. */
    private void advance() {
        while (!pending.isEmpty()
                && undecided.size() < MOST_COMMANDS
                && (hurry || undecided.isEmpty() || pending.size() >= MOST_CHILDREN)) {
            String command = Ids.command();
            Undecided next = new Undecided(batch());
            undecided.put(command, next);
            send(command, next);
        }
    }

    private List<Child> batch() {
        List<Child> batch = new ArrayList<>();
        int bytes = 0;
        for (Sized next = pending.peek(); next != null; next = pending.peek()) {
            bytes += next.bytes();
            if (!batch.isEmpty() && (batch.size() == MOST_CHILDREN || bytes > MOST_BYTES)) {
                break;
            }
            batch.add(next.child());
            pending.remove();
        }
        return batch;
    }

    private void repeat() {
        long now = System.nanoTime();
        undecided.forEach((command, waiting) -> {
            if (now - waiting.sentAt > REPEAT.toNanos()) {
                waiting.sentAt = now;
                send(command, waiting);
            }
        });
    }

    private void send(String command, Undecided what) {
        CompletableFuture<Void> unused = door.send(command, what.children).whenComplete((ok, failure) -> {
            if (failure != null) {
                end(command, new IllegalStateException("Children could not be created: " + failure, failure));
            }
        });
    }

    /** The processors' answer to a command; one that is not waited for is of no interest. */
    public void decided(String command, @Nullable String refusal) {
        end(command, refusal == null ? null : new SpawnRefused(refusal));
    }

    private void end(String command, @Nullable RuntimeException refusal) {
        lock.lock();
        try {
            if (undecided.remove(command) != null) {
                untold = refusal == null ? untold : refusal;
                advance();
                decided.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The lease is lost: nothing is created any more. Must not wait: a sender may hold the lock while it waits for a broker. */
    public void lose() {
        lost = true;
    }
}
