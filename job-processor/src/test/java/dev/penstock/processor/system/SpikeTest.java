package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.processor.app.WriteSide;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A burst in one queue that lies before the submissions of another. */
class SpikeTest {
    private static final int SPIKE = 16_000;
    private static final int OTHERS = 40;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "S1.28: submissions behind a burst of another queue are decided long before it, each once, restarts or not")
    void aBurstKeepsNobodyElseWaiting() throws InterruptedException {
        try (Rig rig = new Rig(folder, 2)) {
            try (WriteSide before = rig.processor()) {
                rig.queue("spike");
                rig.queue("others");
                assertThat(before.isAlive()).isTrue();
            }
            for (int i = 0; i < SPIKE; i++) {
                submit(rig, "spike" + i, "spike");
            }
            for (int i = 0; i < OTHERS; i++) {
                submit(rig, "other" + i, "others");
            }
            rig.post(rig.kafka.topics().submissions(), "last", bytes("last", "others"));
            WriteSide first = rig.starting();
            try (first) {
                Rig.await("some of the others are decided", () -> submitted(rig).contains("other0.0"));
            }
            WriteSide second = rig.starting();
            try (second) {
                Rig.await("all is decided", () -> submitted(rig).size() >= SPIKE + OTHERS + 1);
            }
            List<String> order = submitted(rig);
            assertThat(order).doesNotHaveDuplicates().hasSize(SPIKE + OTHERS + 1);
            Map<String, Integer> spikesBefore = spikesBefore(order);
            System.out.printf("of %,d spikes were decided before one of the others: %s%n", SPIKE, spikesBefore);
            assertThat(spikesBefore.values()).allMatch(count -> count < SPIKE * 3 / 4);
        }
    }

    private static Map<String, Integer> spikesBefore(List<String> order) {
        Map<String, Integer> before = new HashMap<>();
        int spikes = 0;
        for (String job : order) {
            if (job.startsWith("spike")) {
                spikes++;
            } else {
                before.put(job, spikes);
            }
        }
        return before;
    }

    private static void submit(Rig rig, String route, String queue) {
        rig.postLater(rig.kafka.topics().submissions(), route, bytes(route, queue));
    }

    private static byte[] bytes(String route, String queue) {
        return ("{\"job\":\"" + route + ".0\",\"type\":\"email.send\",\"queue\":\"" + queue + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Jobs in the order of their creation, as far as one partition has it. */
    private static List<String> submitted(Rig rig) {
        List<EventMessage> events = new ArrayList<>(rig.events.events());
        return events.stream()
                .filter(e -> e.body() instanceof JobSubmitted)
                .map(EventMessage::key)
                .toList();
    }
}
