package dev.penstock.ui.present;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.view.Shell.Lag;
import java.time.Duration;

/** How far a page is behind the log, in words. */
public final class Lags {
    private static final Duration NOTEWORTHY = Duration.ofSeconds(2);
    private static final Duration BAD = Duration.ofSeconds(30);
    private static final Duration BACKLOG = Duration.ofSeconds(5);

    private Lags() {}

    /** The badge; {@code token} names the state of the tables that the page shows. */
    public static Lag of(Freshness freshness, String token, Reader reader) {
        return new Lag(text(freshness), hue(freshness), full(freshness, reader), token);
    }

    /** "up to date", "0.4 s behind", "projector silent for 12 s". */
    public static String text(Freshness freshness) {
        if (!freshness.projectorSilent().isZero()) {
            return say("projector silent for {1}", Spans.coarse(freshness.projectorSilent()));
        }
        return freshness.behindRecords() == 0 || freshness.behind().isZero()
                ? say("up to date")
                : say("{1} behind", Spans.exact(freshness.behind()));
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
                ? say("no event has been read yet")
                : say("newest event of {1}", reader.moment(freshness.lastAt()).full());
        String shown =
                say("{1}, {2} not yet shown", last, counted(freshness.behindRecords(), "{1} event", "{1} events"));
        String backlog = backlog(freshness);
        return backlog.isEmpty() ? shown : shown + ". " + backlog;
    }

    /** "Catching up: 62 % of a backlog of 3 000 000 events is in the tables, about 4 m to go."; empty if there is none. */
    public static String backlog(Freshness freshness) {
        if (freshness.behind().compareTo(BACKLOG) < 0 || freshness.peakRecords() == 0) {
            return "";
        }
        long done = Math.max(0, freshness.peakRecords() - freshness.behindRecords());
        String progress = counted(
                freshness.peakRecords(),
                "Catching up: {2} % of a backlog of {1} event is in the tables",
                "Catching up: {2} % of a backlog of {1} events is in the tables",
                100 * done / freshness.peakRecords());
        return freshness.left() == null
                ? say("{1}, and it does not shrink at present.", progress)
                : say("{1}, about {2} to go.", progress, Spans.coarse(freshness.left()));
    }
}
