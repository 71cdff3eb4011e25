package dev.penstock.projector.command.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast: {@code 5/s}, {@code 0.5/s}, {@code 30/m}, or a number alone, which is by the second.
 *
 * @param perSecond more than 0
 */
public record Rate(double perSecond) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(/s|/m)?");
    private static final double MINUTE = 60;

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException with what can be written
     */
    public static Rate parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        double number = written.matches() ? Double.parseDouble(written.group(1)) : 0;
        if (number <= 0) {
            throw new IllegalArgumentException("\"" + text + "\" is no rate. Write 5/s, 0.5/s or 30/m.");
        }
        return new Rate("/m".equals(written.group(2)) ? number / MINUTE : number);
    }
}
