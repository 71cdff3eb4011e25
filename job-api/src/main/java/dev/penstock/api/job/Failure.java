package dev.penstock.api.job;

/**
 * Why an attempt failed.
 *
 * @param kind transient ones are retried, permanent ones are not (S1.19, S1.20)
 * @param error class of the exception, or a word of the handler's own
 * @param message what it said, at most 2 KB; empty if nothing
 * @param stack stack trace with causes, at most 16 KB; empty if there is none
 */
public record Failure(Kind kind, String error, String message, String stack) {
    /** Whether another attempt may help. */
    public enum Kind {
        TRANSIENT,
        PERMANENT
    }

    private static final int MAX_MESSAGE = 2_048;
    private static final int MAX_STACK = 16_384;

    public Failure {
        message = capped(message, MAX_MESSAGE);
        stack = capped(stack, MAX_STACK);
    }

    /** A message of at most 2 KB. */
    public static String capped(String message) {
        return capped(message, MAX_MESSAGE);
    }

    private static String capped(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
