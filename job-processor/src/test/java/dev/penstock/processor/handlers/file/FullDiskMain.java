package dev.penstock.processor.handlers.file;

import dev.penstock.api.worker.FailureRules;
import java.io.IOException;
import java.nio.file.Path;

/** Writes more than there is room for, and prints what a worker would report of it. */
public final class FullDiskMain {
    private static final String LINE = "account;name;city\n".repeat(1_000);

    private FullDiskMain() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        report("whole", () -> WholeFile.write(folder.resolve("export.csv"), LINE.repeat(10)));
        report("part", () -> {
            try (PartFile part = PartFile.open(folder, "job-1", 0)) {
                for (int i = 0; i < 10; i++) {
                    part.append(LINE);
                }
                part.finish(folder.resolve("import.csv"));
            }
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void report(String what, Writing writing) {
        try {
            writing.run();
            System.out.println(what + ": written");
        } catch (IOException e) {
            System.out.println(what + ": " + FailureRules.DEFAULT.failure(e).kind() + " " + e);
        }
    }
}
