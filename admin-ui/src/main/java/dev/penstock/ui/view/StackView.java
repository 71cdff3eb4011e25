package dev.penstock.ui.view;

/**
 * An exception: cut short in the table (S0.14), whole on hover, on focus and by a button (S0.15).
 *
 * @param id unique on the page
 * @param error class of the exception without its package
 * @param message first line of what it said, cut
 * @param kind "transient" or "permanent"
 * @param text whole stack trace with causes
 * @param href where the attempt is shown
 * @param of whose trace it is, for screen readers
 */
public record StackView(String id, String error, String message, String kind, String text, String href, String of) {
    private static final int CUT = 160;

    /** The message's first line, at most 160 characters. */
    public static String cut(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= CUT ? line : line.substring(0, CUT - 1) + "…";
    }
}
