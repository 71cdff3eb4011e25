package dev.penstock.ui.right;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask for an address.
 *
 * @param methods of HTTP; HEAD counts as GET
 * @param path segment by segment; {@code *} stands for any one, {@code **} at the end for any rest
 * @param needs null: nothing, everybody may
 */
public record Rule(
        Set<String> methods, String path, @Nullable Permission needs) {
    /** Whether it is about this request. */
    boolean matches(String method, String asked) {
        return methods.contains(method.equals("HEAD") ? "GET" : method) && matches(path.split("/", -1), asked);
    }

    private static boolean matches(String[] pattern, String asked) {
        String[] segments = asked.split("/", -1);
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].equals("**")) {
                return segments.length > i;
            }
            if (i >= segments.length || !(pattern[i].equals("*") || pattern[i].equals(segments[i]))) {
                return false;
            }
        }
        return segments.length == pattern.length;
    }
}
