package dev.penstock.processor.handlers.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyEventHandlerTest {
    @TempDir
    Path customers;

    @Test
    @DisplayName(
            "S2.2, S1.13: events of a legacy service are taken in, whatever their order and however often they come")
    void takesIn() throws Exception {
        LegacyEventHandler handler = new LegacyEventHandler(customers);
        assertThat(taken(handler, new LegacyEvent("opened", "C-1", 1, "Bern"))).isTrue();
        assertThat(taken(handler, new LegacyEvent("closed", "C-1", 3, null))).isTrue();
        assertThat(taken(handler, new LegacyEvent("moved", "C-1", 2, "Lima"))).isFalse();
        assertThat(taken(handler, new LegacyEvent("closed", "C-1", 3, null))).isFalse();

        assertThat(Files.readString(customers.resolve("C-1.json")))
                .isEqualTo("{\"revision\":3,\"open\":false,\"place\":\"Bern\"}");
    }

    @Test
    @DisplayName("An event that nobody knows fails at once, and says where to mend it")
    void unknown() {
        HandlerRun run =
                new HandlerKit().run(new LegacyEventHandler(customers), new LegacyEvent("exploded", "C-1", 1, null));
        assertThat(run.isTransient()).isFalse();
        assertThat(run.failure().message()).contains("\"exploded\" is no event of the legacy service", "mapping");
    }

    private static boolean taken(LegacyEventHandler handler, LegacyEvent event) {
        return new HandlerKit()
                .run(handler, event)
                .result(LegacyEventHandler.Taken.class)
                .changed();
    }
}
