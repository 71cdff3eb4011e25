package dev.penstock.stack.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Brings back what dies unexpectedly, and says so; stops everything in reverse order of starting. */
public final class Supervisor implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Who lived this long after a restart has recovered: the next pause is short again. */
    private static final Duration RECOVERED = Duration.ofSeconds(60);

    private final Consumer<String> say;
    private final List<Supervised> all = new ArrayList<>();
    private final List<Thread> watchers = new ArrayList<>();
    private volatile boolean closing;

    /** @param say where sentences go that a person should see */
    public Supervisor(Consumer<String> say) {
        this.say = say;
    }

    /** Watches over something that is running. */
    public synchronized void watch(Supervised supervised) {
        all.add(supervised);
        Thread watcher = new Thread(() -> keepAlive(supervised), "watch-" + supervised.name());
        watcher.setDaemon(true);
        watchers.add(watcher);
        watcher.start();
    }

    /** Takes something out of the watch and stops it. */
    public synchronized void stop(Supervised supervised) {
        int index = all.indexOf(supervised);
        watchers.remove(index).interrupt();
        all.remove(index);
        supervised.stop();
    }

    /** What is watched, in order of starting. */
    public synchronized List<Supervised> all() {
        return List.copyOf(all);
    }

    @Override
    public synchronized void close() {
        closing = true;
        watchers.forEach(Thread::interrupt);
        for (Supervised supervised : all.reversed()) {
            supervised.stop();
        }
    }

    private void keepAlive(Supervised supervised) {
        Duration pause = FIRST_PAUSE;
        long since = System.nanoTime();
        while (!closing && Await.until(Duration.ofDays(10_000), () -> closing || dead(supervised) != null)) {
            ChildProcess dead = dead(supervised);
            if (closing || dead == null) {
                return;
            }
            pause = System.nanoTime() - since > RECOVERED.toNanos() ? FIRST_PAUSE : pause;
            say.accept(dead.name() + " ended unexpectedly (exit code " + dead.exitCode() + "); restarting it. Log: "
                    + dead.command().log());
            if (!sleep(pause)) {
                return;
            }
            restart(supervised);
            since = System.nanoTime();
            pause = doubled(pause);
        }
    }

    private void restart(Supervised supervised) {
        try {
            supervised.restart();
            say.accept(supervised.name() + " is back.");
        } catch (RuntimeException e) {
            say.accept(supervised.name() + " did not come back: " + e.getMessage());
        }
    }

    private static Duration doubled(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static @org.jspecify.annotations.Nullable ChildProcess dead(Supervised supervised) {
        return supervised.processes().stream()
                .filter(process -> !process.isAlive())
                .findFirst()
                .orElse(null);
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
