package dev.penstock.ui.chart;

import dev.penstock.ui.tongue.Numbers;

/** How numbers are written: in groups of three with a narrow space that does not break, "18 204". */
public final class Counts {
    private Counts() {}

    public static String of(long number) {
        return Numbers.whole(number);
    }

    /** A count that was not taken further than {@code limit}: "10 000+". */
    public static String upTo(long number, long limit) {
        return number >= limit ? of(limit) + "+" : of(number);
    }

    /** Bytes as people read them: "812 B", "2.1 KB", "14.0 MB". */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000 ? Numbers.decimal("%.1f KB", bytes / 1e3) : Numbers.decimal("%.1f MB", bytes / 1e6);
    }
}
