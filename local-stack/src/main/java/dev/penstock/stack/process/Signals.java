package dev.penstock.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** POSIX signals, which {@link ProcessHandle} does not know: STOP, CONT, INT. */
final class Signals {
    private Signals() {}

    static void send(String signal, long pid) {
        try {
            // A process that has just ended is no error: what the signal was meant to bring about is moot.
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not run 'kill -" + signal + " " + pid + "'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
