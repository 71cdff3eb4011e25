package dev.penstock.projector.command.cluster;

import dev.penstock.api.key.ActKey;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which key acts are signed. */
public final class KeyOptions {
    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "The installation's keys file. Default: that of the running stack.")
    @Nullable
    Path file;

    @Option(
            names = "--key",
            paramLabel = "ID",
            defaultValue = Keys.UI,
            description =
                    "The act key in it that signs, such as one made by 'penstock keys create ID --may retry'. Default: "
                            + Keys.UI + ".")
    String id = Keys.UI;

    /**
     * The key that signs.
     *
     * @throws IllegalStateException if there is no such file
     * @throws IllegalArgumentException if it holds no such key
     */
    public ActKey key(ClusterOptions cluster) {
        return new KeysFile(file(cluster.stack())).read().act(id);
    }

    private Path file(Map<String, String> stack) {
        if (file != null) {
            return file;
        }
        String folder = stack.get("penstock.data-dir");
        if (folder == null) {
            throw new IllegalStateException("Acts are signed: name the installation's keys file with --keys FILE.");
        }
        String told = stack.get("penstock.keys-file");
        return told != null ? Path.of(told) : Path.of(folder).resolve("keys.properties");
    }
}
