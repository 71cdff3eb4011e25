package dev.penstock.ui.page.frame;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.right.Permission;
import java.util.List;
import java.util.Locale;

/** Entries of the rail; a section appears there when it is built. */
public enum Section {
    OVERVIEW(english("Overview"), "/", "o"),
    JOBS(english("Jobs"), "/jobs", "j"),
    FAILED(english("Failures"), "/failures", "f"),
    QUEUES(english("Queues"), "/queues", "q"),
    WORKERS(english("Workers"), "/workers", "w"),
    SCHEDULES(english("Schedules"), "/schedules", "c"),
    STATS(english("Statistics"), "/stats", "s"),
    SQL(english("SQL"), "/sql", "x"),
    OPERATIONS(english("Operations"), "/operations", "b"),
    NOTIFICATIONS(english("Notifications"), "/notifications", "n"),
    PIPELINE(english("Pipeline"), "/pipeline", "p"),
    MINE(english("My jobs"), "/mine", "m"),
    LOGS(english("Logs"), "/logs", "l"),
    SETTINGS(english("Settings"), "/settings", "e"),
    HELP(english("Help"), "/help", "h");

    private final String text;
    private final String href;
    private final String key;

    Section(String text, String href, String key) {
        this.text = text;
        this.href = href;
        this.key = key;
    }

    static List<Section> all() {
        return List.of(values());
    }

    String text() {
        return say(text);
    }

    String href() {
        return href;
    }

    /** Who sees it. */
    Permission needs() {
        return switch (this) {
            case HELP, MINE -> Permission.MINE;
            case PIPELINE -> Permission.ADMINISTER;
            case SQL -> Permission.QUERY;
            default -> Permission.READ;
        };
    }

    /** Goes there after a "g". */
    String key() {
        return key;
    }

    String icon() {
        return name().toLowerCase(Locale.ROOT);
    }
}
