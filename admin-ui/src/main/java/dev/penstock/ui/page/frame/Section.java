package dev.penstock.ui.page.frame;

import dev.penstock.ui.right.Permission;
import java.util.List;
import java.util.Locale;

/** Entries of the rail; a section appears there when it is built. */
public enum Section {
    OVERVIEW("Overview", "/", "o"),
    JOBS("Jobs", "/jobs", "j"),
    FAILED("Failures", "/failures", "f"),
    QUEUES("Queues", "/queues", "q"),
    WORKERS("Workers", "/workers", "w"),
    SCHEDULES("Schedules", "/schedules", "c"),
    STATS("Statistics", "/stats", "t"),
    OPERATIONS("Operations", "/operations", "b"),
    NOTIFICATIONS("Notifications", "/notifications", "n"),
    PIPELINE("Pipeline", "/pipeline", "p"),
    MINE("My jobs", "/mine", "m"),
    LOGS("Logs", "/logs", "l"),
    SETTINGS("Settings", "/settings", "s"),
    HELP("Help", "/help", "h");

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
        return text;
    }

    String href() {
        return href;
    }

    /** Who sees it. */
    Permission needs() {
        return switch (this) {
            case HELP, MINE -> Permission.MINE;
            case PIPELINE -> Permission.ADMINISTER;
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
