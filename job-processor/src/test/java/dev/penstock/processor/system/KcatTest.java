package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobId;
import dev.penstock.api.topic.Partition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KcatTest {
    private static final int PARTITIONS = 12;

    @TempDir
    Path folder;

    @Test
    @DisplayName("A7: what kcat submits, placed by CRC32, becomes jobs")
    void whatKcatSubmitsBecomesJobs() throws Exception {
        try (Rig rig = new Rig(folder, PARTITIONS)) {
            rig.processor();
            rig.queue("mail");
            List<String> routes =
                    IntStream.range(0, 24).mapToObj(i -> "kcat" + i).toList();
            assertThat(routes).anyMatch(r -> crc32(r) != Partition.of(r, PARTITIONS));
            if (kcatIsInstalled()) {
                submitWithKcat(rig, routes);
            } else {
                routes.forEach(route -> rig.post(new ProducerRecord<>(
                        rig.kafka.topics().submissions(),
                        crc32(route),
                        route,
                        json(route).getBytes(StandardCharsets.UTF_8))));
            }
            for (String route : routes) {
                rig.events.await(JobId.of(route, "0"), JobSubmitted.class);
            }
        }
    }

    private void submitWithKcat(Rig rig, List<String> routes) throws IOException, InterruptedException {
        Path lines = folder.resolve("lines");
        Files.write(lines, routes.stream().map(r -> r + "|" + json(r)).toList());
        Process kcat = new ProcessBuilder(
                        "kcat",
                        "-P",
                        "-b",
                        rig.kafka.properties().get("bootstrap.servers"),
                        "-t",
                        rig.kafka.topics().submissions(),
                        "-K",
                        "|",
                        "-l",
                        lines.toString())
                .inheritIO()
                .start();
        assertThat(kcat.waitFor()).isZero();
    }

    private static String json(String route) {
        return "{\"job\":\"" + route + ".0\",\"type\":\"email.send\",\"queue\":\"mail\"}";
    }

    /** Where librdkafka puts a key. */
    private static int crc32(String key) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % PARTITIONS);
    }

    private static boolean kcatIsInstalled() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, "kcat"))) {
                return true;
            }
        }
        return false;
    }
}
