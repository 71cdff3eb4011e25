package dev.penstock.ui.app;

import dev.penstock.ui.config.PenstockConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Passwords and sessions go over no network without TLS, and a demo over none at all. Runs before the port opens. */
@ApplicationScoped
public class StartupGuard {
    void check(
            @Observes StartupEvent event,
            @ConfigProperty(name = "quarkus.http.host") String host,
            PenstockConfig config) {
        String objection = objection(
                host, config.ui().tlsInFront(), config.ui().demoPassword().isPresent());
        if (objection != null) {
            throw new IllegalStateException(objection);
        }
    }

    /** Why it must not listen there; null if it may. */
    static @Nullable String objection(String host, boolean tlsInFront, boolean demo) {
        if (isLoopback(host) || (tlsInFront && !demo)) {
            return null;
        }
        return "The admin UI does not start on " + host + ": "
                + (demo
                        ? "it is a demo, whose password was printed."
                        : "passwords would go over the network in plain text. Put a proxy that speaks TLS in front of it"
                                + " and set penstock.ui.tls-in-front=true")
                + ", or let it listen on 127.0.0.1 only (quarkus.http.host=127.0.0.1) and use a tunnel, such as"
                + " ssh -L 8080:127.0.0.1:8080 <this machine>.";
    }

    static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
