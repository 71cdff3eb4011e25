package dev.penstock.projector.inside;

import dev.penstock.api.key.CallToken;
import dev.penstock.api.key.KeysFile;
import dev.penstock.projector.app.ProjectorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets in who signs with the installation's keys, and nobody else; the file is read for each call, so keys rotate without a restart. */
@ApplicationScoped
public class Callers {
    private static final Logger LOG = Logger.getLogger(Callers.class);

    private final KeysFile file;

    @Inject
    public Callers(ProjectorConfig config) {
        file = new KeysFile(config.keysFile().orElse(config.dataDir().resolve("keys.properties")));
    }

    /**
     * Whether the call comes from a program of this installation.
     *
     * @param address method and path
     */
    boolean isOurs(@Nullable String authorization, String address, byte[] body) {
        try {
            return new CallToken(file.read().calls()).fits(authorization, address, body, Instant.now());
        } catch (IllegalStateException e) {
            LOG.warnf("Nobody is answered below /internal/: %s", e.getMessage());
            return false;
        }
    }
}
