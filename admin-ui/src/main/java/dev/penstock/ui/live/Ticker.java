package dev.penstock.ui.live;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.present.Lags;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.tongue.Tongue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends what waits, and how far the pages are behind: one question a second for all of them, none while nobody listens. */
@ApplicationScoped
public class Ticker {
    private static final Logger LOG = Logger.getLogger(Ticker.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration LAG = Duration.ofSeconds(1);

    /** The same lag is said again after this: a heartbeat that keeps proxies from closing the connection. */
    private static final int HEARTBEAT_SECONDS = 15;

    private final Changes changes;
    private final FreshnessQueries freshness;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live-ticker");
        thread.setDaemon(true);
        return thread;
    });
    private String said = "";
    private int unchanged;

    @Inject
    public Ticker(Changes changes, FreshnessQueries freshness) {
        this.changes = changes;
        this.freshness = freshness;
    }

    void start(@Observes StartupEvent event) {
        var unusedTicks = timer.scheduleWithFixedDelay(
                () -> safely(changes::due), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        var unusedLags = timer.scheduleWithFixedDelay(
                () -> safely(this::lag), LAG.toMillis(), LAG.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void lag() {
        if (changes.listening() == 0) {
            return;
        }
        Freshness now = now();
        String text = text(now);
        unchanged = text.equals(said) ? unchanged + 1 : 0;
        if (unchanged == 0 || unchanged >= HEARTBEAT_SECONDS) {
            unchanged = 0;
            said = text;
            changes.lag(language -> Tongue.as(language, () -> text(now)));
        }
    }

    private @Nullable Freshness now() {
        try {
            return freshness.now();
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static String text(@Nullable Freshness now) {
        return now == null ? say("PostgreSQL does not answer") : Lags.text(now);
    }

    private static void safely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // A scheduled task that throws never runs again.
            LOG.warn("A refresh was not sent", e);
        }
    }
}
