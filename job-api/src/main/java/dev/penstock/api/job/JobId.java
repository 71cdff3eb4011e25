package dev.penstock.api.job;

import java.util.regex.Pattern;

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
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,63}\\.[A-Za-z0-9_-]{1,64}");

    public JobId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A job id is <route>.<rest>, both made of letters, digits, _ and -"
                    + " (at most 63 and 64 characters); this is not one: " + shortened(value));
        }
    }

    public static JobId of(String route, String rest) {
        return new JobId(route + "." + rest);
    }

    /** Whether {@code text} has the form of a job id. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** The record key of the job's family. */
    public String route() {
        return value.substring(0, value.indexOf('.'));
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
