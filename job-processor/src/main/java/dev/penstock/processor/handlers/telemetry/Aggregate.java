package dev.penstock.processor.handlers.telemetry;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of one hour. It names the files it was made from, so that a file is never counted twice.
 *
 * @param files folded in
 * @param devices fingerprints seen
 * @param secondsBySdk time in use by SDK version
 * @param secondsByOs time in use by operating system
 */
record Aggregate(
        SortedSet<String> files,
        SortedSet<String> devices,
        long lines,
        SortedMap<String, Long> secondsBySdk,
        SortedMap<String, Long> secondsByOs) {
    static Aggregate empty() {
        return new Aggregate(new TreeSet<>(), new TreeSet<>(), 0, new TreeMap<>(), new TreeMap<>());
    }

    /** This aggregate with a file's lines, which must not be in it yet. */
    Aggregate with(String file, Iterable<Usage> usages) {
        TreeSet<String> newFiles = new TreeSet<>(files);
        newFiles.add(file);
        TreeSet<String> newDevices = new TreeSet<>(devices);
        TreeMap<String, Long> bySdk = new TreeMap<>(secondsBySdk);
        TreeMap<String, Long> byOs = new TreeMap<>(secondsByOs);
        long count = lines;
        for (Usage usage : usages) {
            newDevices.add(usage.fingerprint());
            bySdk.merge(usage.sdk(), (long) usage.seconds(), Long::sum);
            byOs.merge(usage.os(), (long) usage.seconds(), Long::sum);
            count++;
        }
        return new Aggregate(newFiles, newDevices, count, bySdk, byOs);
    }
}
