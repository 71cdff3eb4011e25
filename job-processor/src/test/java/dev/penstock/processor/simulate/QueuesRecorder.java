package dev.penstock.processor.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.chaos.SampleFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records the run on which what-if is calibrated, for {@code SampleLog.Run.QUEUES}: no test, since what it records depends on the
 * machine. Run it alone with {@code -Dtest=QueuesRecorder -Dsample=FILE} and put FILE (two-queues.ndjson.gz) where the fixtures are.
 */
class QueuesRecorder {
    @TempDir
    private Path folder;

    @Test
    void record() throws InterruptedException, IOException {
        String file = Objects.requireNonNull(System.getProperty("sample"), "-Dsample=FILE says where to write");
        try (LoadedQueues run = new LoadedQueues(folder)) {
            ObjectNode figures = Wire.mapper()
                    .createObjectNode()
                    .put("begin", run.begin.toString())
                    .put("middle", run.middle.toString());
            Map<String, Object> client = new HashMap<>();
            run.kafka.properties().forEach(client::put);
            SampleFile.write(Path.of(file), client, run.kafka.topics(), figures);
        }
    }
}
