package dev.penstock.ui.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** There is no login yet, so only this machine may ask. Runs before the port opens. */
@ApplicationScoped
public class StartupGuard {
    void check(@Observes StartupEvent event, @ConfigProperty(name = "quarkus.http.host") String host) {
        if (!isLoopback(host)) {
            throw new IllegalStateException("The admin UI does not start on " + host
                    + ": it has no login yet, and whoever reaches it can retry and delete jobs. It listens on 127.0.0.1"
                    + " only (quarkus.http.host=127.0.0.1); from another machine use a tunnel, such as"
                    + " ssh -L 8080:127.0.0.1:8080 <this machine>.");
        }
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
