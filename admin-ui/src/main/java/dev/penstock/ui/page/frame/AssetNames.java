package dev.penstock.ui.page.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.ui.view.Shell.Assets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/** Names of the built script and style sheet, which carry a hash of their content. */
@ApplicationScoped
public class AssetNames {
    private static final Logger LOG = Logger.getLogger(AssetNames.class);
    private static final String FILE = "META-INF/resources/assets/assets.json";

    private final Assets assets = read();

    public Assets assets() {
        return assets;
    }

    void start(@Observes StartupEvent event) {
        if (assets.script() == null) {
            LOG.warn("The pages were built without Node.js, so without scripts: they work, but do not refresh by"
                    + " themselves. Install Node.js 20 or newer and build again.");
        }
    }

    private static Assets read() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream file = loader.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(
                        FILE + " is missing from the build: src/main/web/build.sh makes it, run by Maven");
            }
            JsonNode names = new ObjectMapper().readTree(file);
            return new Assets(
                    names.has("script") ? names.get("script").asText() : null,
                    names.get("style").asText());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + FILE, e);
        }
    }
}
