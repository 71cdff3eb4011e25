package dev.penstock.ui.present;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.view.OverviewView.Choice;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The time that the figures of the first page cover. */
public enum Window {
    QUARTER("15m", english("15 m"), english("the last 15 minutes"), Duration.ofMinutes(15)),
    HOUR("1h", english("1 h"), english("the last hour"), Duration.ofHours(1)),
    SIX_HOURS("6h", english("6 h"), english("the last 6 hours"), Duration.ofHours(6)),
    DAY("24h", english("24 h"), english("the last 24 hours"), Duration.ofHours(24)),
    WEEK("7d", english("7 d"), english("the last 7 days"), Duration.ofDays(7));

    private final String key;
    private final String text;
    private final String spoken;
    private final Duration length;

    Window(String key, String text, String spoken, Duration length) {
        this.key = key;
        this.text = text;
        this.spoken = spoken;
        this.length = length;
    }

    /** The window of that name in addresses; an hour for every other text. */
    public static Window named(String key) {
        return Arrays.stream(values())
                .filter(window -> window.key.equals(key))
                .findFirst()
                .orElse(HOUR);
    }

    /** As addresses name it. */
    public String key() {
        return key;
    }

    /** On its button. */
    public String text() {
        return say(text);
    }

    public Duration length() {
        return length;
    }

    /** "the last hour". */
    public String spoken() {
        return say(spoken);
    }

    /** Address of the first page with this window. */
    public String href() {
        return this == HOUR ? "/" : "/?window=" + key;
    }

    /** Whether the same time of the day before, or of the week before, stands beside it. */
    public List<Choice> compared(boolean compared) {
        String before = length.compareTo(Duration.ofDays(1)) > 0 ? say("The week before") : say("Yesterday");
        String with = href() + (this == HOUR ? "?" : "&") + "compare=before";
        return List.of(
                new Choice(say("This time"), href(), !compared, say("This time alone")),
                new Choice(before, with, compared, say("Compared with the same time before")));
    }

    /** All of them, this one chosen. */
    public List<Choice> choices() {
        return Arrays.stream(values())
                .map(window -> new Choice(window.text(), window.href(), window == this, window.spoken()))
                .toList();
    }
}
