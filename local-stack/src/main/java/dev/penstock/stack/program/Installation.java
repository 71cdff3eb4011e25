package dev.penstock.stack.program;

import dev.penstock.stack.process.Build;
import java.nio.file.Path;
import java.util.List;

/**
 * Built programs: those of this build, or of another version.
 *
 * @param top the folder they were built in, or a copy of it with what they need to run
 */
public record Installation(Path top) {
    /** The one that this class belongs to. */
    public static Installation own() {
        return new Installation(Build.top());
    }

    /** Class path of a worker of the stack: its main classes, and the SDK. */
    public List<String> workerClassPath() {
        Path target = top.resolve("local-stack/target");
        return List.of(
                target.resolve("classes").toString(),
                target.resolve("lib").resolve("*").toString(),
                top.resolve("job-api/target/classes").toString());
    }
}
