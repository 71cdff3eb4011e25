package dev.penstock.api.worker;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Json;
import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.seal.Sealing;
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
        Object run(Json payload, JobContext context) throws Exception {
            return handler.run(type.read(payload), context);
        }
    }

    private final Map<String, Entry<?>> byType;
    private final @Nullable Sealing sealing;

    Handlers(Collection<Entry<?>> entries, @Nullable Sealing sealing) {
        this.sealing = sealing;
        byType = entries.stream()
                .collect(Collectors.toMap(
                        entry -> entry.type().name(), Function.identity(), Handlers::twice, TreeMap::new));
    }

    private static Entry<?> twice(Entry<?> one, Entry<?> other) {
        throw new IllegalArgumentException("Two handlers for the job type "
                + one.type().name() + ": " + one.handler() + " and " + other.handler());
    }

    /** Opens and seals what belongs to data subjects; null: this worker has no keys. */
    @Nullable
    Sealing sealing() {
        return sealing;
    }

    /** The handler of a dispatch; null if its type is unknown here, its schema is newer, or nobody here can open its contents. */
    @Nullable
    Entry<?> find(WorkOrder order) {
        Entry<?> entry = byType.get(order.type());
        return entry == null || entry.type().version() < order.schemaVersion() || lacksKeys(order) ? null : entry;
    }

    private boolean lacksKeys(WorkOrder order) {
        return sealing == null && Sealing.isSealed(order.payload());
    }

    /** Why there is no handler, for the UI's "no worker knows email.send v3". */
    String whyNone(WorkOrder order) {
        Entry<?> entry = byType.get(order.type());
        if (lacksKeys(order)) {
            return "no keys of subjects for " + order.type() + ", whose contents are sealed";
        }
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
