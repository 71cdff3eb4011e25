package dev.penstock.api.key;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys file's text: {@code lease.current}, {@code lease.previous}, {@code ids}, {@code artifacts.current},
 * {@code calls.current}, {@code act.<id>.current} …
 */
final class KeysText {
    private static final String ACT = "act.";
    private static final String ARTIFACTS = "artifacts";
    private static final String CALLS = "calls";
    private static final String CURRENT = ".current";
    private static final String PREVIOUS = ".previous";

    private KeysText() {}

    static String write(Keys keys) {
        Map<String, String> lines = new TreeMap<>();
        put(lines, "lease", keys.leases());
        put(lines, ARTIFACTS, keys.artifacts());
        put(lines, CALLS, keys.calls());
        lines.put("ids", keys.ids().written());
        keys.acts().all().forEach((id, key) -> {
            put(lines, ACT + id, key.secrets());
            lines.put(ACT + id + ".may", String.join(",", new TreeSet<>(key.may())));
            lines.put(ACT + id + ".queues", String.join(",", new TreeSet<>(key.queues())));
        });
        return "# The secrets of this Penstock installation. Whoever reads them can act for anybody.\n"
                + lines.entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static void put(Map<String, String> lines, String name, Secrets secrets) {
        lines.put(name + CURRENT, secrets.current().written());
        if (secrets.previous() != null) {
            lines.put(name + PREVIOUS, secrets.previous().written());
        }
    }

    static Keys read(String text) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(text));
        List<ActKey> acts = new ArrayList<>();
        for (String name : new TreeSet<>(lines.stringPropertyNames())) {
            if (name.startsWith(ACT) && name.endsWith(CURRENT)) {
                String id = name.substring(ACT.length(), name.length() - CURRENT.length());
                acts.add(new ActKey(
                        id,
                        secrets(lines, ACT + id),
                        listed(lines, ACT + id + ".may"),
                        listed(lines, ACT + id + ".queues")));
            }
        }
        ActKeys all = new ActKeys(acts);
        return new Keys(
                secrets(lines, "lease"),
                secret(lines, "ids"),
                all,
                younger(lines, all, ARTIFACTS),
                younger(lines, all, CALLS));
    }

    /** In a file from before there were such: all who read it derive the same from the key of the admin UI. */
    private static Secrets younger(Properties lines, ActKeys acts, String name) {
        ActKey ui = acts.find(Keys.UI);
        if (lines.containsKey(name + CURRENT) || ui == null) {
            return secrets(lines, name);
        }
        Secret previous = ui.secrets().previous();
        return new Secrets(ui.secrets().current().derived(name), previous == null ? null : previous.derived(name));
    }

    private static Secrets secrets(Properties lines, String name) {
        @Nullable String previous = lines.getProperty(name + PREVIOUS);
        return new Secrets(secret(lines, name + CURRENT), previous == null ? null : Secret.parse(previous));
    }

    private static Secret secret(Properties lines, String name) {
        String written = lines.getProperty(name);
        if (written == null) {
            throw new IllegalArgumentException("the line " + name + "= is missing");
        }
        return Secret.parse(written);
    }

    private static Set<String> listed(Properties lines, String name) {
        return Arrays.stream(lines.getProperty(name, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
