package dev.penstock.ui.present.setting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of time as settings write them. */
final class SpanText {
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};
    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private SpanText() {}

    /** For fields: one number and one unit, which reads back as the same span: "90 s", "5 m", "1500 ms". */
    static String exact(Duration span) {
        long millis = span.toMillis();
        for (int i = 0; i < MILLIS.length; i++) {
            if (millis >= MILLIS[i] && millis % MILLIS[i] == 0) {
                return millis / MILLIS[i] + " " + UNITS[i];
            }
        }
        return "0 s";
    }

    /** What {@link #exact} writes; null if the text is no span of time. */
    static @Nullable Duration parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return null;
        }
        long number = Long.parseLong(form.group(1));
        return Duration.ofMillis(number * MILLIS[List.of(UNITS).indexOf(form.group(2))]);
    }

    /** For reading: the two largest units that are not zero: "1 m 4 s", "2 h", "250 ms". */
    static String words(Duration span) {
        List<String> parts = new ArrayList<>();
        long rest = span.toMillis();
        for (int i = 0; i < MILLIS.length && parts.size() < 2; i++) {
            if (rest >= MILLIS[i]) {
                parts.add(rest / MILLIS[i] + " " + UNITS[i]);
                rest %= MILLIS[i];
            } else if (!parts.isEmpty()) {
                break;
            }
        }
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }
}
