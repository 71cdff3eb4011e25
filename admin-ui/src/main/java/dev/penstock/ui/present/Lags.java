package dev.penstock.ui.present;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.view.Shell.Lag;
import java.time.Duration;

/** How far a page is behind the log, in words. */
public final class Lags {
    private static final Duration NOTEWORTHY = Duration.ofSeconds(2);
    private static final Duration BAD = Duration.ofSeconds(30);

    private Lags() {}

    /** The badge; {@code token} names the state of the tables that the page shows. */
    public static Lag of(Freshness freshness, String token, Reader reader) {
        return new Lag(text(freshness), hue(freshness), full(freshness, reader), token);
    }

    /** "up to date", "0.4 s behind", "projector silent for 12 s". */
    public static String text(Freshness freshness) {
        if (!freshness.projectorSilent().isZero()) {
            return "projector silent for " + Spans.coarse(freshness.projectorSilent());
        }
        return freshness.behindRecords() == 0 || freshness.behind().isZero()
                ? "up to date"
                : Spans.exact(freshness.behind()) + " behind";
    }

    public static String hue(Freshness freshness) {
        Duration worst = freshness.behind().compareTo(freshness.projectorSilent()) > 0
                ? freshness.behind()
                : freshness.projectorSilent();
        if (worst.compareTo(BAD) >= 0) {
            return Hue.RED.word();
        }
        return worst.compareTo(NOTEWORTHY) >= 0 ? Hue.AMBER.word() : "";
    }

    private static String full(Freshness freshness, Reader reader) {
        String last = freshness.lastAt() == null
                ? "no event has been read yet"
                : "newest event of " + reader.moment(freshness.lastAt()).full();
        return last + ", " + Counts.of(freshness.behindRecords(), "event") + " not yet shown";
    }
}
