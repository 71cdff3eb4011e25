package dev.penstock.ui.account;

import dev.penstock.ui.config.PenstockConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The link that makes the first administrator: in a file that only the owner of this process can read. Its path is logged, never
 * the link; so whoever may read this process's files, and nobody who merely reaches its port, becomes administrator.
 */
@ApplicationScoped
public class FirstLink {
    private static final Logger LOG = Logger.getLogger(FirstLink.class);
    private static final String FILE = "set-up-link";
    private static final Duration OLD = OneTimeLinks.SET_UP.minusMinutes(10);

    private final OneTimeLinks links;
    private final Path file;
    private final String address;
    private @Nullable Instant made;

    @Inject
    public FirstLink(OneTimeLinks links, PenstockConfig config, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.links = links;
        this.file = config.dataDir().toAbsolutePath().resolve(FILE);
        this.address = "http://127.0.0.1:" + port + "/set-up?link=";
    }

    /** Makes a link if nobody is there and the last one is old. */
    public synchronized void renew() {
        if (made != null && made.isAfter(Instant.now().minus(OLD))) {
            return;
        }
        Optional<String> secret = links.forFirst();
        if (secret.isPresent()) {
            write(address + secret.get() + "\n");
            made = Instant.now();
            LOG.infof(
                    "Nobody can sign in yet. The link in %s makes the first administrator; it is good once, and for %d"
                            + " minutes.",
                    file, OneTimeLinks.SET_UP.toMinutes());
        }
    }

    /** It was used. */
    public synchronized void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("The used link in %s could not be removed: %s", file, e.getMessage());
        }
    }

    private void write(String content) {
        try {
            Path folder = Files.createDirectories(file.getParent());
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path whole = Files.createTempFile(folder, FILE, ".new", mode);
            Files.writeString(whole, content);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        }
    }
}
