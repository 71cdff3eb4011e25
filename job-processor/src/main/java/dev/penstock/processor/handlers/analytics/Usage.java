package dev.penstock.processor.handlers.analytics;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much was used in an hour or a day: what is read of the hourly aggregates, and what is written for a day.
 *
 * @param devices fingerprints seen
 * @param secondsBySdk time in use by SDK version
 * @param secondsByOs time in use by operating system
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Usage(
        SortedSet<String> devices,
        long lines,
        SortedMap<String, Long> secondsBySdk,
        SortedMap<String, Long> secondsByOs) {
    static Usage none() {
        return new Usage(new TreeSet<>(), 0, new TreeMap<>(), new TreeMap<>());
    }

    /** Both together; a device that was seen in both counts once. */
    Usage and(Usage other) {
        SortedSet<String> all = new TreeSet<>(devices);
        all.addAll(other.devices);
        return new Usage(
                all, lines + other.lines, sum(secondsBySdk, other.secondsBySdk), sum(secondsByOs, other.secondsByOs));
    }

    private static SortedMap<String, Long> sum(SortedMap<String, Long> one, SortedMap<String, Long> other) {
        TreeMap<String, Long> sum = new TreeMap<>(one);
        other.forEach((name, seconds) -> sum.merge(name, seconds, Long::sum));
        return sum;
    }
}
