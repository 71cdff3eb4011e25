package dev.penstock.ui.chart;

import java.util.Locale;

/** How numbers are written: in groups of three with a narrow space that does not break, "18 204". */
public final class Counts {
    private static final char NARROW_SPACE = '\u202f';

    private Counts() {}

    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', NARROW_SPACE);
    }

    /** A count that was not taken further than {@code limit}: "10 000+". */
    public static String upTo(long number, long limit) {
        return number >= limit ? of(limit) + "+" : of(number);
    }

    /** "1 job", "3 jobs": the noun takes an s. */
    public static String of(long number, String noun) {
        return of(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** "1 child", "3 children". */
    public static String of(long number, String one, String several) {
        return of(number) + " " + (number == 1 ? one : several);
    }

    /** Bytes as people read them: "812 B", "2.1 KB", "14.0 MB". */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
