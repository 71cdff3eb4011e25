package dev.penstock.processor.engine;

import dev.penstock.api.job.JobSpec;
import dev.penstock.api.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which gates a job must pass: its queue's, then its key's. Jobs without limits pass none and pay nothing (B1). */
public final class Limits {
    private static final String QUEUE = "queue:";
    private static final String KEY = "key:";

    private Limits() {}

    /** Names of the gates, in the order in which every job passes them; null: none. */
    static @Nullable List<String> of(JobSpec spec, Ports.KnownSettings known) {
        boolean queue =
                known.find(Setting.key("queue", spec.queue())) instanceof Setting.Queue q && q.maxRunning() != null;
        if (!queue && spec.limitKey() == null) {
            return null;
        }
        List<String> gates = new ArrayList<>(2);
        if (queue) {
            gates.add(QUEUE + spec.queue());
        }
        if (spec.limitKey() != null) {
            gates.add(KEY + spec.limitKey());
        }
        return gates;
    }

    /** The limit that a job's {@code limitKey} names: what stands before its colon, or all of it. */
    public static String name(String limitKey) {
        int colon = limitKey.indexOf(':');
        return colon < 0 ? limitKey : limitKey.substring(0, colon);
    }

    /** The bounds of a gate as the settings have them now; null: it holds nobody back. */
    public static Setting.@Nullable Limit bounds(String gate, Ports.KnownSettings known) {
        if (gate.startsWith(QUEUE)) {
            String queue = gate.substring(QUEUE.length());
            return known.find(Setting.key("queue", queue)) instanceof Setting.Queue q && q.maxRunning() != null
                    ? new Setting.Limit(queue, q.maxRunning(), null, null)
                    : null;
        }
        String name = name(gate.substring(KEY.length()));
        return known.find(Setting.key("limit", name)) instanceof Setting.Limit limit ? limit : null;
    }
}
