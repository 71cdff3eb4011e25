package dev.penstock.stack.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java program to start as a child, run by the same Java as this process.
 *
 * @param mainClass its main class, started through {@link Leash}
 * @param classPath jars, or folders of classes; an entry that ends in {@code /*} stands for all jars of that folder
 * @param jvmOptions heap size and the like
 * @param arguments of the main class
 */
public record JavaProgram(String mainClass, List<String> classPath, List<String> jvmOptions, List<String> arguments) {
    /**
     * How the JVM of a child compiles. Six JVMs that start together on few processors spend their first minutes in the optimizing
     * compiler, and jobs wait meanwhile: at 100 jobs/s on two processors the median pick-up of the first half minute was 35 ms
     * with the quick compiler and seconds with the other. What runs for longer than that gets its price back twofold.
     */
    public enum Compilation {
        /** Quick code at once: demo and tests. */
        QUICK,
        /** The best code in the end. */
        BEST;

        public List<String> options() {
            return this == QUICK ? List.of("-XX:TieredStopAtLevel=1") : List.of();
        }
    }

    public ChildCommand command(String name, Path log) {
        return command(name, log, ChildCommand.ALL_OF_OURS);
    }

    /** @param withheld beginnings of environment variables that it does not get */
    public ChildCommand command(String name, Path log, List<String> withheld) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(jvmOptions);
        words.add("-cp");
        words.add(String.join(File.pathSeparator, classPath));
        words.add(Leash.class.getName());
        words.add(mainClass);
        words.addAll(arguments);
        return new ChildCommand(name, words, withheld, log, "TERM");
    }
}
