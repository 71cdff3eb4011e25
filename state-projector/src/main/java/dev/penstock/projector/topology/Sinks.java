package dev.penstock.projector.topology;

import dev.penstock.projector.sink.Sink;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One sink for each stream thread, so that all partitions of a thread share a transaction and a connection. */
final class Sinks {
    private final Map<Thread, Sink> byThread = new ConcurrentHashMap<>();
    private final Supplier<Sink> make;

    Sinks(Supplier<Sink> make) {
        this.make = make;
    }

    /** The calling thread's. */
    Sink own() {
        byThread.keySet().removeIf(thread -> !thread.isAlive());
        return byThread.computeIfAbsent(Thread.currentThread(), thread -> make.get());
    }
}
