package dev.penstock.api.job;

/**
 * The name of a job: {@code <route>.<rest>}.
 *
 * <p>The route is the record key of everything that concerns the job's family, so parents, children and grandchildren
 * share one partition and one order; children inherit the route of their root (failure scenario B1). Any id can be
 * routed without asking anybody.
 *
 * @param value letters, digits, {@code _}, {@code -}, with one dot between route and rest; at most 128 characters
 */
public record JobId(String value) implements Comparable<JobId> {
    private static final int MAX_ROUTE = 63;
    private static final int MAX_REST = 64;

    public JobId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A job id is <route>.<rest>, both made of letters, digits, _ and -"
                    + " (at most 63 and 64 characters); this is not one: " + shortened(value));
        }
    }

    public static JobId of(String route, String rest) {
        return new JobId(route + "." + rest);
    }

    /** Whether {@code text} has the form of a job id. */
    public static boolean isValid(String text) {
        int dot = text.indexOf('.');
        return dot >= 1
                && dot <= MAX_ROUTE
                && text.length() > dot + 1
                && text.length() <= dot + 1 + MAX_REST
                && isWord(text, 0, dot)
                && isWord(text, dot + 1, text.length());
    }

    /** By hand: an id is read several times for each record, and a pattern took a twentieth of the processor's time. */
    private static boolean isWord(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean good = letter || (c >= '0' && c <= '9') || c == '_' || c == '-';
            if (!good) {
                return false;
            }
        }
        return true;
    }

    /** The record key of the job's family. */
    public String route() {
        return value.substring(0, value.indexOf('.'));
    }

    /** What comes after the route. */
    public String rest() {
        return value.substring(value.indexOf('.') + 1);
    }

    @Override
    public int compareTo(JobId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String shortened(String text) {
        return text.length() <= 140 ? text : text.substring(0, 140) + "…";
    }
}
