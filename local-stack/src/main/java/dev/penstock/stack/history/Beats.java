package dev.penstock.stack.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When each worker has beaten, by the broker's clock. */
public final class Beats {
    private final Map<String, List<Long>> times = new HashMap<>();

    /** Reads the topic of heartbeats from its beginning to its present end. */
    public static Beats read(Map<String, Object> client, String topic) {
        Beats beats = new Beats();
        try (LogReader log = new LogReader(client)) {
            log.read(List.of(topic), Map.of(), record -> {
                String worker = record.text("worker");
                if (!worker.isEmpty()) {
                    beats.add(worker, record.appendedMs());
                }
            });
        }
        return beats;
    }

    /** A beat of the worker, not earlier than those before. */
    public void add(String worker, long atMs) {
        times.computeIfAbsent(worker, name -> new ArrayList<>()).add(atMs);
    }

    /**
     * Whether nothing was heard of the worker for that long, in a silence that was not over by {@code fromMs} and had begun by
     * {@code toMs}.
     */
    public boolean wasSilent(String worker, long fromMs, long toMs, long forMs) {
        long last = Long.MIN_VALUE;
        for (long beat : times.getOrDefault(worker, List.of())) {
            if (beat >= fromMs && last != Long.MIN_VALUE && last <= toMs && Math.min(beat, toMs) - last >= forMs) {
                return true;
            }
            last = beat;
        }
        return last == Long.MIN_VALUE || toMs - last >= forMs;
    }
}
