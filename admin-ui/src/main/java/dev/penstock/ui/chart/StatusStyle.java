package dev.penstock.ui.chart;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import java.util.Locale;

/**
 * How each status is shown: always an icon, a word and a hue together, never a colour alone (WCAG 1.4.1), with the words
 * the seed documents use for it and what happens next (S1.8).
 */
public enum StatusStyle {
    SCHEDULED(
            english("Scheduled"),
            Hue.INDIGO,
            "⏲",
            "<path d='M2.75 4.25h10.5v9H2.75zM2.75 7.25h10.5M5.5 2.5v3M10.5 2.5v3'/>"),
    QUEUED(english("Queued"), Hue.BLUE, "◷", "<circle cx='8' cy='8' r='5.75'/><path d='M8 4.75V8l2.25 1.5'/>"),
    RUNNING(
            english("Running"),
            Hue.TEAL,
            "▶",
            "<path class='spin' d='M8 2.25A5.75 5.75 0 1 1 2.25 8'/><path class='solid' d='M6.75 5.75 10.25 8l-3.5 2.25z'/>"),
    WAITING_FOR_CHILDREN(
            english("Waiting for children"),
            Hue.VIOLET,
            "⑂",
            "<circle cx='4' cy='3.75' r='1.5'/><circle cx='12' cy='3.75' r='1.5'/><circle cx='8' cy='12.25' r='1.5'/>"
                    + "<path d='M4 5.25c0 3 4 2 4 5.5M12 5.25c0 3-4 2-4 5.5'/>"),
    RETRYING(english("Retrying"), Hue.ORANGE, "↻", "<path d='M13.25 8A5.25 5.25 0 1 1 11.6 4.2M13.25 2.5v2.75H10.5'/>"),
    STOPPING(
            english("Stopping"),
            Hue.AMBER,
            "◍",
            "<circle cx='8' cy='8' r='5.75'/><path class='solid' d='M6.25 6.25h3.5v3.5h-3.5z'/>"),
    STOPPED(english("Stopped"), Hue.AMBER, "■", "<rect x='3.5' y='3.5' width='9' height='9' rx='1.5'/>"),
    COMPLETED(english("Completed"), Hue.GREEN, "✓", "<path d='M3.25 8.5 6.5 11.75 12.75 4.75'/>"),
    FAILED(
            english("Failed"),
            Hue.RED,
            "✕",
            "<circle cx='8' cy='8' r='5.75'/><path d='m5.9 5.9 4.2 4.2M10.1 5.9l-4.2 4.2'/>"),
    ABORTED(english("Aborted"), Hue.GREY, "⊘", "<circle cx='8' cy='8' r='5.75'/><path d='m4 12 8-8'/>"),
    EXPIRED(
            english("Expired"),
            Hue.GREY,
            "⌛",
            "<path d='M4.25 2.5h7.5M4.25 13.5h7.5M5 2.5v2.25L8 8l3-3.25V2.5M5 13.5v-2.25L8 8l3 3.25v2.25'/>");

    private final String word;
    private final Hue hue;
    private final String glyph;
    private final String icon;

    StatusStyle(String word, Hue hue, String glyph, String icon) {
        this.word = word;
        this.hue = hue;
        this.glyph = glyph;
        this.icon = icon.replace('\'', '"');
    }

    public static StatusStyle of(Status status) {
        return valueOf(status.name());
    }

    /** Name on the pages. */
    public String word() {
        return say(word);
    }

    public Hue hue() {
        return hue;
    }

    /** One character for places that take text only, such as a page's title. */
    public String glyph() {
        return glyph;
    }

    /** Shapes of the icon: SVG markup for a 16 by 16 view box. */
    public String icon() {
        return icon;
    }

    /** What other systems, and the seed documents, call this status; empty if nothing else. */
    public String aliases() {
        return StatusStory.valueOf(name()).aliases();
    }

    /** What the status says about a job. */
    public String meaning() {
        return StatusStory.valueOf(name()).meaning();
    }

    /** What happens next. */
    public String next() {
        return StatusStory.valueOf(name()).next();
    }

    /** Shown with less weight in lists: nobody has to do anything about such a job. */
    public boolean quiet() {
        return this == COMPLETED || this == ABORTED || this == EXPIRED;
    }

    /** The status in the filter language: {@code waiting-for-children}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
