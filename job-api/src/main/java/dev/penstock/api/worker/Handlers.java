package dev.penstock.api.worker;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.payload.TypeDeclaration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The handlers of a worker by job type. */
final class Handlers {
    /** A handler with the type it declares. */
    record Entry<P>(TypeDeclaration<P> type, JobHandler<P> handler) {
        /** Reads the payload and runs the handler. */
        @Nullable
        Object run(WorkOrder order, JobContext context) throws Exception {
            return handler.run(type.read(order.payload()), context);
        }
    }

    private final Map<String, Entry<?>> byType;

    Handlers(Collection<Entry<?>> entries) {
        byType = entries.stream()
                .collect(Collectors.toMap(
                        entry -> entry.type().name(), Function.identity(), Handlers::twice, TreeMap::new));
    }

    private static Entry<?> twice(Entry<?> one, Entry<?> other) {
        throw new IllegalArgumentException("Two handlers for the job type "
                + one.type().name() + ": " + one.handler() + " and " + other.handler());
    }

    /** The handler of a dispatch; null if its type is unknown here or its schema is newer. */
    @Nullable
    Entry<?> find(WorkOrder order) {
        Entry<?> entry = byType.get(order.type());
        return entry == null || entry.type().version() < order.schemaVersion() ? null : entry;
    }

    /** Why there is no handler, for the UI's "no worker knows email.send v3". */
    String whyNone(WorkOrder order) {
        Entry<?> entry = byType.get(order.type());
        return entry == null
                ? "no handler for " + order.type() + " v" + order.schemaVersion()
                : "no handler for " + order.type() + " v" + order.schemaVersion() + ", only up to v"
                        + entry.type().version();
    }

    Collection<Entry<?>> all() {
        return byType.values();
    }

    /** Types with the highest schema version of each, for the heartbeat. */
    Map<String, Integer> versions() {
        return byType.values().stream()
                .collect(Collectors.toMap(
                        entry -> entry.type().name(), entry -> entry.type().version()));
    }
}
