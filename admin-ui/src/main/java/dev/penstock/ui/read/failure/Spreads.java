package dev.penstock.ui.read.failure;

import dev.penstock.ui.fact.failure.FailureGroup.Share;
import dev.penstock.ui.fact.failure.FailureGroup.Spread;
import dev.penstock.ui.read.failure.WantedFailures.Span;
import dev.penstock.ui.read.sql.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Collects when and where groups of failures happened. */
final class Spreads {
    static final String UNKNOWN = "unknown";

    private final Span span;
    private final Instant from;
    private final Map<String, long[]> trends = new HashMap<>();
    private final Map<String, Places> places = new HashMap<>();
    private final Set<String> builds = new HashSet<>();

    Spreads(Span span, Instant from) {
        this.span = span;
        this.from = from;
    }

    /** Fingerprint, hour, attempts. */
    void hour(Row row) {
        long[] trend = trends.computeIfAbsent(row.text(), group -> new long[span.steps()]);
        Instant hour = Objects.requireNonNull(row.moment());
        int step = (int) (Duration.between(from, hour).toHours() / span.step().toHours());
        trend[Math.clamp(step, 0, trend.length - 1)] += row.number();
    }

    /** Fingerprint, type, queue, worker, version, attempts. */
    void place(Row row) {
        places.computeIfAbsent(row.text(), group -> new Places()).add(row);
    }

    /** A version that some worker runs. */
    void build(String version) {
        builds.add(version);
    }

    Spread of(String fingerprint) {
        Places found = places.getOrDefault(fingerprint, new Places());
        Set<String> others = new HashSet<>(builds);
        others.removeAll(found.versions.keySet());
        long[] trend = trends.getOrDefault(fingerprint, new long[span.steps()]);
        return new Spread(
                shares(found.types),
                shares(found.queues),
                shares(found.workers),
                shares(found.versions),
                !others.isEmpty(),
                Arrays.stream(trend).boxed().toList(),
                span.step());
    }

    private static List<Share> shares(Map<String, Long> counts) {
        List<Share> shares = new ArrayList<>();
        counts.forEach((name, attempts) -> shares.add(new Share(name, attempts)));
        shares.sort(Comparator.comparing(Share::attempts).reversed().thenComparing(Share::name));
        return shares;
    }

    private static final class Places {
        private final Map<String, Long> types = new HashMap<>();
        private final Map<String, Long> queues = new HashMap<>();
        private final Map<String, Long> workers = new HashMap<>();
        private final Map<String, Long> versions = new HashMap<>();

        void add(Row row) {
            String type = row.text();
            String queue = row.text();
            String worker = row.text();
            String version = row.text();
            long attempts = row.number();
            types.merge(type, attempts, Long::sum);
            queues.merge(queue, attempts, Long::sum);
            if (!worker.isEmpty()) {
                workers.merge(worker, attempts, Long::sum);
                versions.merge(version.isEmpty() ? UNKNOWN : version, attempts, Long::sum);
            }
        }
    }
}
