package dev.penstock.stack.launcher.look;

import dev.penstock.api.key.ActKey;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.key.Secret;
import dev.penstock.api.key.Secrets;
import dev.penstock.stack.launcher.option.DataOption;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The keys file: secrets themselves are never printed. */
@Command(
        name = "keys",
        description = "The keys that sign acts and lease tokens: list them (default), create one, rotate all.",
        mixinStandardHelpOptions = true)
public final class KeysCommand implements Runnable {
    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Keys file. Default: keys.properties in the data folder.")
    @Nullable
    Path file;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        list(keys().read());
    }

    @Command(
            name = "list",
            description = "List the act keys and what each may ask for.",
            mixinStandardHelpOptions = true)
    void list() {
        run();
    }

    @Command(
            name = "create",
            description = "Make an act key for a service, or give the one of that name a new secret.",
            mixinStandardHelpOptions = true)
    void create(
            @Parameters(paramLabel = "ID", description = "Its name: letters, digits, _ and -.") String id,
            @Option(
                            names = "--may",
                            paramLabel = "COMMAND",
                            split = ",",
                            required = true,
                            description = "Commands, such as abort,retry; * for all.")
                    List<String> may,
            @Option(
                            names = "--queue",
                            paramLabel = "QUEUE",
                            split = ",",
                            defaultValue = ActKey.ALL,
                            description = "Queues; * (default) for all.")
                    List<String> queues) {
        keys().readOrCreate();
        ActKey key = new ActKey(id, Secrets.of(Secret.random()), Set.copyOf(may), Set.copyOf(queues));
        list(keys().change(all -> all.with(key)));
        hint("Processors that run read the file again within seconds.");
    }

    @Command(
            name = "rotate",
            description = "Give every key a new secret; the one before stays accepted until the next rotation.",
            mixinStandardHelpOptions = true)
    void rotate() {
        list(keys().change(Keys::rotated));
        hint("Processors that run read the file again within seconds; then restart admin UI and workers, which sign.");
    }

    private KeysFile keys() {
        return new KeysFile(file == null ? data.folder().top().resolve("keys.properties") : file);
    }

    private void list(Keys keys) {
        PrintWriter out = out();
        out.printf(Locale.ROOT, "%-14s %-40s %-20s %s%n", "act key", "may ask for", "queues", "previous secret");
        new TreeMap<>(keys.acts().all())
                .forEach((id, key) -> out.printf(
                        Locale.ROOT,
                        "%-14s %-40s %-20s %s%n",
                        id,
                        String.join(",", new TreeSet<>(key.may())),
                        String.join(",", new TreeSet<>(key.queues())),
                        key.secrets().previous() == null ? "-" : "accepted"));
        out.println("lease tokens: " + (keys.leases().previous() == null ? "one secret" : "previous secret accepted"));
    }

    private void hint(String sentence) {
        out().println("\n" + sentence);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
