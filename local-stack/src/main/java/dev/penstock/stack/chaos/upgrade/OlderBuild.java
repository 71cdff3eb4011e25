package dev.penstock.stack.chaos.upgrade;

import dev.penstock.stack.program.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the programs of an earlier commit, into {@code target/older/<commit>}. What was built once is taken again; another commit's
 * build makes room for it.
 */
public final class OlderBuild {
    /** The commit before the present one. */
    public static final String BEFORE = "HEAD~1";

    private static final String PROGRAM = "job-processor/target/quarkus-app";
    /** What processors and workers need to run; the last of them says that all are there. */
    private static final List<String> KEPT =
            List.of("job-api/target/classes", "local-stack/target/classes", "local-stack/target/lib", PROGRAM);

    private static final List<String> MAVEN = List.of(
            "sh",
            "mvnw",
            "-B",
            "-q",
            "-DskipTests",
            "-Dspotless.check.skip",
            "-pl",
            "job-processor,local-stack",
            "-am",
            "package");
    private static final int SHOWN = 600;

    private final Path top;
    private final Consumer<String> say;

    /** @param top of the source tree whose history is looked at */
    public OlderBuild(Path top, Consumer<String> say) {
        this.top = top.toAbsolutePath().normalize();
        this.say = say;
    }

    /** The programs of that commit; if they cannot be had, the present ones, and the reason. */
    public OlderVersion of(String name) throws IOException, InterruptedException {
        History history = new History(top);
        Optional<String> absence = history.absence();
        if (absence.isPresent()) {
            return OlderVersion.present(absence.get());
        }
        Optional<String> commit = history.commit(name);
        if (commit.isEmpty()) {
            return OlderVersion.present("The commit " + name + " is not in the history of " + top
                    + ": it is the first one, the clone is shallow, or there is no such commit.");
        }
        String id = commit.get().substring(0, 12);
        Path folder = top.resolve("target/older").resolve(id);
        if (!Files.exists(folder.resolve(PROGRAM))) {
            String failure = build(history, id, folder);
            if (failure != null) {
                return OlderVersion.present("The commit " + id + " (" + name + ") cannot be built: " + failure);
            }
        }
        return new OlderVersion(new Installation(folder), "commit " + id + " (" + name + ")", null);
    }

    private @Nullable String build(History history, String commit, Path folder)
            throws IOException, InterruptedException {
        say.accept("building the commit " + commit + " ...");
        remove(top.resolve("target/older"));
        Path sources = Files.createDirectories(folder.resolveSibling(commit + ".sources"));
        Path zip = folder.resolveSibling(commit + ".zip");
        Tool packed = history.pack(commit, zip);
        if (!packed.isFine()) {
            return packed.text();
        }
        unpack(zip, sources);
        Tool built = maven(sources);
        if (built.isFine()) {
            for (String kept : KEPT) {
                Files.createDirectories(folder.resolve(kept).getParent());
                Files.move(sources.resolve(kept), folder.resolve(kept));
            }
        }
        Files.delete(zip);
        remove(sources);
        return built.isFine()
                ? null
                : built.text().substring(0, Math.min(SHOWN, built.text().length()));
    }

    /** Without the network first: the present build has fetched what both need, as a rule. */
    private static Tool maven(Path sources) throws InterruptedException {
        List<String> offline = new ArrayList<>(MAVEN);
        offline.add("-o");
        Tool built = Tool.run(sources, offline);
        return built.isFine() ? built : Tool.run(sources, MAVEN);
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
