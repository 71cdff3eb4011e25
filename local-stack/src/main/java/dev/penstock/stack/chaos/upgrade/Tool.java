package dev.penstock.stack.chaos.upgrade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A program of the machine's that was run to its end.
 *
 * @param text what it wrote, errors too
 */
record Tool(int exitCode, String text) {
    /** Runs it in a folder; a program that is not installed ends with 127. */
    static Tool run(Path in, List<String> words) throws InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Tool(process.waitFor(), text.strip());
        } catch (IOException e) {
            return new Tool(127, words.getFirst() + " cannot be run: " + e.getMessage());
        }
    }

    boolean isFine() {
        return exitCode == 0;
    }
}
