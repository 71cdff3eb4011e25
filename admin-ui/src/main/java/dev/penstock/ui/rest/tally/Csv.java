package dev.penstock.ui.rest.tally;

import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.Statistics.Point;
import dev.penstock.ui.fact.Statistics.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statistics as lines of numbers with commas (RFC 4180); nothing in them needs quotes. */
final class Csv {
    private static final String HEAD =
            "at,created,started,completed,failed,aborted,failed_attempts,retried,lost_leases,"
                    + "waiting_count,waiting_avg_ms,waiting_min_ms,waiting_max_ms,waiting_p50_ms,waiting_p95_ms,waiting_p99_ms,"
                    + "duration_count,duration_avg_ms,duration_min_ms,duration_max_ms,duration_p50_ms,duration_p95_ms,"
                    + "duration_p99_ms,queued,running\r\n";

    private Csv() {}

    static String of(Statistics statistics) {
        StringBuilder csv = new StringBuilder(HEAD);
        statistics.points().forEach(point -> csv.append(line(point)).append("\r\n"));
        return csv.toString();
    }

    private static String line(Point point) {
        List<String> cells = new ArrayList<>();
        cells.add(point.at().toString());
        for (long count : new long[] {
            point.created(),
            point.started(),
            point.completed(),
            point.failed(),
            point.aborted(),
            point.failedAttempts(),
            point.retried(),
            point.lostLeases()
        }) {
            cells.add(String.valueOf(count));
        }
        spread(cells, point.waiting());
        spread(cells, point.duration());
        cells.add(String.valueOf(point.queued()));
        cells.add(String.valueOf(point.running()));
        return String.join(",", cells);
    }

    private static void spread(List<String> cells, Spread spread) {
        cells.add(String.valueOf(spread.count()));
        cells.add(millis(spread.mean()));
        cells.add(millis(spread.min()));
        cells.add(millis(spread.max()));
        cells.add(millis(spread.p50()));
        cells.add(millis(spread.p95()));
        cells.add(millis(spread.p99()));
    }

    private static String millis(@Nullable Duration span) {
        return span == null ? "" : String.valueOf(span.toMillis());
    }
}
