package dev.penstock.ui.notification;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

/** What an alert rule looks at; each as one number, out of the read model. */
public enum Measure {
    QUEUE_GROWTH(
            english("Queue growth"),
            english("jobs a minute, over the last 5 minutes"),
            "SELECT coalesce(sum(net_queued), 0) / 5.0 AS value FROM penstock_read.statistic"
                    + " WHERE minute > now() - interval '5 minutes' AND (?::text IS NULL OR queue = ?)"),
    FAILURE_RATE(
            english("Failure rate"),
            english("% of the jobs that ended in the last 5 minutes"),
            "SELECT coalesce(100.0 * sum(failed) / nullif(sum(completed + failed), 0), 0) AS value"
                    + " FROM penstock_read.statistic"
                    + " WHERE minute > now() - interval '5 minutes' AND (?::text IS NULL OR queue = ?)"),
    LONG_WAIT(
            english("Long wait"),
            english("seconds that the oldest queued job has waited"),
            "SELECT coalesce(extract(epoch FROM now() - min(available_at)), 0) AS value FROM"
                    + " (SELECT available_at FROM penstock_read.job WHERE status = 'QUEUED' AND (?::text IS NULL OR queue = ?)"
                    + " ORDER BY created_at LIMIT 1000) oldest"),
    STALE_LOCKS(
            english("Stale locks"),
            english("leases whose worker has not beaten for 15 seconds"),
            "SELECT count(*) AS value FROM penstock_read.job j WHERE lease_since < now() - interval '15 seconds'"
                    + " AND (?::text IS NULL OR queue = ?) AND NOT EXISTS (SELECT 1 FROM penstock_read.worker w"
                    + " WHERE w.id = j.worker AND w.beat_at > now() - interval '15 seconds')"),
    NO_WORKER(
            english("No live worker"),
            english("queues with waiting jobs that no worker serves"),
            "SELECT count(*) AS value FROM (SELECT queue FROM penstock_read.job_count WHERE status = 'QUEUED'"
                    + " AND (?::text IS NULL OR queue = ?) GROUP BY queue HAVING sum(jobs) > 0) q"
                    + " WHERE NOT EXISTS (SELECT 1 FROM penstock_read.worker w WHERE q.queue = ANY (w.queues)"
                    + " AND w.state = 'WORKING' AND w.beat_at > now() - interval '15 seconds')");

    private final String title;
    private final String unit;
    private final String sql;

    Measure(String title, String unit, String sql) {
        this.title = title;
        this.unit = unit;
        this.sql = sql;
    }

    public String title() {
        return say(title);
    }

    /** What its number counts. */
    public String unit() {
        return say(unit);
    }

    /** Takes the queue twice, null for all. */
    String sql() {
        return sql;
    }
}
