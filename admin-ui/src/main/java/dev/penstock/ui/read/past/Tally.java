package dev.penstock.ui.read.past;

import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.read.sql.Row;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Adds up jobs by status, and for each queue those that are not at their end. */
final class Tally {
    private final Map<Status, Long> all = new EnumMap<>(Status.class);
    private final Map<String, Depths> queues = new TreeMap<>();

    void ended(Status status, long jobs) {
        all.merge(status, jobs, Long::sum);
    }

    /** Queue, status, number. */
    void queue(Object[] columns) {
        Row row = new Row(columns);
        add(row.text(), Status.valueOf(row.text()), row.number());
    }

    void job(Job job) {
        add(job.queue(), job.status(), 1);
    }

    private void add(String queue, Status status, long jobs) {
        all.merge(status, jobs, Long::sum);
        if (!status.isEnd()) {
            queues.put(queue, queues.getOrDefault(queue, Depths.NONE).plus(status, jobs));
        }
    }

    Depths depths() {
        all.values().removeIf(jobs -> jobs == 0);
        return new Depths(all);
    }

    Map<String, Depths> queues() {
        return queues;
    }
}
