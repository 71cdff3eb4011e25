package dev.penstock.ui.security;

import dev.penstock.ui.config.PenstockConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names under which this program may be reached. */
@ApplicationScoped
public class TrustedSites {
    private final Set<String> names = new HashSet<>(Set.of("127.0.0.1", "localhost", "[::1]"));

    @Inject
    public TrustedSites(PenstockConfig config) {
        config.ui().hosts().orElse(List.of()).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether a Host header names this program; any port, because a tunnel may have another. */
    boolean isOurs(String host) {
        return names.contains(withoutPort(host));
    }

    /** Whether an unsafe request comes from a page of ours, or from no page at all (curl, a program). */
    boolean isOwnOrigin(@Nullable String origin, String host) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.toLowerCase(Locale.ROOT);
    }
}
