package dev.penstock.stack.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Where the build put the jars of the child processes: {@code local-stack/target}. Those jars are not on the class path of the
 * modules whose tests start a broker, so they are looked for on disk.
 */
public final class Build {
    /** System property that names the folder when neither the code's own place nor the working directory leads to it. */
    public static final String TARGET_PROPERTY = "penstock.local-stack.target";

    private Build() {}

    /** {@code local-stack/target}, with {@code lib} and {@code classes} in it. */
    public static Path target() {
        return candidates().stream()
                .filter(folder -> Files.isDirectory(folder.resolve("lib")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The jars of the local broker and PostgreSQL are missing"
                        + " (looked for 'lib' in " + candidates() + ")."
                        + " Build them with: ./mvnw -pl local-stack -am -DskipTests package"));
    }

    /** The repository's top folder. */
    public static Path top() {
        return target().resolve("../..").normalize();
    }

    /** Class path of a child that runs a main class of this module. */
    public static List<String> classPath() {
        Path target = target();
        return List.of(
                target.resolve("classes").toString(),
                target.resolve("lib").resolve("*").toString());
    }

    private static List<Path> candidates() {
        String told = System.getProperty(TARGET_PROPERTY);
        if (told != null) {
            return List.of(Path.of(told));
        }
        Path here = Path.of("").toAbsolutePath();
        return List.of(
                ownPlace(),
                here.resolve("target"),
                here.resolve("local-stack/target"),
                here.resolveSibling("local-stack").resolve("target"));
    }

    /** The folder that holds our classes or our jar: {@code target/classes} or {@code target/local-stack-….jar}. */
    private static Path ownPlace() {
        try {
            var source = Build.class.getProtectionDomain().getCodeSource();
            Path place = Path.of(source.getLocation().toURI()).toAbsolutePath();
            return Objects.requireNonNull(place.getParent(), "classes at the root of the file system");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("This class was loaded from a place that is no file", e);
        }
    }
}
