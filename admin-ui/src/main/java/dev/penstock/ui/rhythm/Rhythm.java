package dev.penstock.ui.rhythm;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does things again and again on one thread of its own, with a pause after each; one that fails is done again next time. */
public final class Rhythm implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Rhythm.class);

    private final String name;
    private final ScheduledExecutorService timer;

    /** @param name of the thread */
    public Rhythm(String name) {
        this.name = name;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins after the first pause. */
    public void every(Duration pause, Runnable task) {
        var unused = timer.scheduleWithFixedDelay(
                () -> safely(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void safely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // A scheduled task that throws never runs again. What is away now is there next time.
            LOG.debugf("%s waits: %s", name, e);
        }
    }

    /** Interrupts what is being done, and does nothing more. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
