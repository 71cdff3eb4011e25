package dev.penstock.processor.handlers.load;

import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Telemetry as devices send it: one file after another; of 1,000 files about 12 end in the middle of a line. */
record TelemetryFiles(Path inbox) {
    private static final int DEVICES = 600;
    private static final List<String> SDKS = List.of("4.0.2", "4.1.0", "4.1.1", "5.0.0");
    private static final List<String> SYSTEMS = List.of("linux", "macos", "windows");

    /** Writes a file; its job may be submitted when this returns. */
    void write(String name, SplittableRandom random) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(100, 300); i > 0; i--) {
            text.append("{\"fingerprint\":\"%016x\",\"sdk\":\"%s\",\"os\":\"%s\",\"seconds\":%d}\n"
                    .formatted(
                            new SplittableRandom(random.nextInt(DEVICES)).nextLong(),
                            SDKS.get(random.nextInt(SDKS.size())),
                            SYSTEMS.get(random.nextInt(SYSTEMS.size())),
                            random.nextInt(1, 4_000)));
        }
        boolean cut = random.nextInt(1_000) < 12;
        WholeFile.write(inbox.resolve(name), cut ? text.substring(0, text.length() - 20) : text.toString());
    }
}
