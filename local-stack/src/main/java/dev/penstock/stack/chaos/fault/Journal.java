package dev.penstock.stack.chaos.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What was done to the system, and when: for the report, and to tell a lost lease that has a reason from one that has none. */
public final class Journal {
    /** Whoever it hit, everybody was hit. */
    public static final String EVERYBODY = "everybody";

    /**
     * One fault.
     *
     * @param victim name of a process, or {@link #EVERYBODY}
     * @param fromMs when it began
     * @param toMs when all was whole again; {@link Long#MAX_VALUE} while it is not
     */
    public record Entry(String fault, String victim, long fromMs, long toMs) {}

    private final Consumer<String> say;
    private long beganMs;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> mischief = new TreeMap<>();

    public Journal(Consumer<String> say) {
        this.say = say;
    }

    /** A fault begins; returns its number. */
    synchronized int begins(String fault, String victim) {
        long now = System.currentTimeMillis();
        beganMs = beganMs == 0 ? now : beganMs;
        say.accept(String.format(java.util.Locale.ROOT, "%6.1f s  %s: %s", (now - beganMs) / 1000.0, fault, victim));
        entries.add(new Entry(fault, victim, now, Long.MAX_VALUE));
        return entries.size() - 1;
    }

    /** All is whole again. */
    synchronized void ends(int number) {
        Entry entry = entries.get(number);
        entries.set(number, new Entry(entry.fault(), entry.victim(), entry.fromMs(), System.currentTimeMillis()));
    }

    /** Something that breaks no process: a record that should not be there. */
    synchronized void mischief(String kind) {
        mischief.merge(kind, 1L, Long::sum);
    }

    /** Faults and mischief by kind. */
    public synchronized Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>(mischief);
        entries.forEach(entry -> counts.merge(entry.fault(), 1L, Long::sum));
        return counts;
    }

    /** The faults in their order. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
