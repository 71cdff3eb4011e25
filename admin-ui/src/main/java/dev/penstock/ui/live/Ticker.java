package dev.penstock.ui.live;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.present.Lags;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.rhythm.Rhythm;
import dev.penstock.ui.tongue.Tongue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends what waits, and how far the pages are behind: one question a second for all of them, none while nobody listens. */
@ApplicationScoped
public class Ticker {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration LAG = Duration.ofSeconds(1);

    /** The same lag is said again after this: a heartbeat that keeps proxies from closing the connection. */
    private static final int HEARTBEAT_SECONDS = 15;

    private final Changes changes;
    private final FreshnessQueries freshness;
    private final Rhythm rhythm = new Rhythm("live-ticker");
    private String said = "";
    private int unchanged;

    @Inject
    public Ticker(Changes changes, FreshnessQueries freshness) {
        this.changes = changes;
        this.freshness = freshness;
    }

    void start(@Observes StartupEvent event) {
        rhythm.every(TICK, changes::due);
        rhythm.every(LAG, this::lag);
    }

    void stop(@Observes ShutdownEvent event) {
        rhythm.close();
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
}
