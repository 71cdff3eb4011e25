package dev.penstock.processor.handlers.webhook;

import dev.penstock.api.worker.PermanentFailure;
import java.net.URI;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where webhooks may go, and with which keys.
 *
 * @param root where the endpoints lie; asked for at each delivery, since it may move while the worker runs
 * @param paths below it, by endpoint name
 * @param keys API keys by credential name
 */
public record Endpoints(Supplier<URI> root, Map<String, String> paths, Map<String, String> keys) {
    public Endpoints {
        paths = Map.copyOf(paths);
        keys = Map.copyOf(keys);
    }

    URI address(String endpoint) {
        return root.get().resolve(known("endpoint", endpoint, paths));
    }

    String key(String credential) {
        return known("credential", credential, keys);
    }

    private static String known(String what, String name, Map<String, String> values) {
        @Nullable String value = values.get(name);
        if (value == null) {
            throw new PermanentFailure("There is no " + what + " \"" + name + "\": known are "
                    + new TreeSet<>(values.keySet()) + ". Configure it on the worker, then retry the job.");
        }
        return value;
    }

    /** Keys do not belong into logs. */
    @Override
    public String toString() {
        return "Endpoints" + paths;
    }
}
