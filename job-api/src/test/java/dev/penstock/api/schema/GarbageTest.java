package dev.penstock.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever bytes lie in a topic, reading them gives a message or a sentence, never anything else. */
class GarbageTest {
    private static final int SPOILED_EACH = 1_000;
    private static final long SEED = Long.getLong("penstock.seed", 20261122L);

    @Test
    @DisplayName("A1: a spoiled record is a message all the same, or has a sentence that says what is wrong")
    void spoiled_records_are_read_or_explained() {
        List<Fixture> fixtures = Fixture.all();
        int explained = 0;
        for (Fixture fixture : fixtures) {
            byte[] good = fixture.bytes();
            for (int i = 0; i < SPOILED_EACH; i++) {
                long seed = SEED + i;
                byte[] spoiled = new Mutation(new Random(seed)).of(good);
                explained += explained(fixture, spoiled, seed) ? 1 : 0;
            }
        }
        assertThat(explained)
                .as("mutations that nobody notices test nothing")
                .isGreaterThan(fixtures.size() * SPOILED_EACH / 3);
    }

    @Test
    @DisplayName("A1: nothing is nested too deeply")
    void deep_nesting_is_refused() {
        for (Fixture fixture : Fixture.all()) {
            for (String bracket : List.of("[", "{\"a\":")) {
                String deep = bracket.repeat(200_000);
                for (String field : List.of("payload", "data", "spec", "state", "inventedIn2031")) {
                    byte[] record = ("{\"" + field + "\":" + deep).getBytes(StandardCharsets.UTF_8);
                    assertThat(explained(fixture, record, 0))
                            .as(fixture.message().file())
                            .isTrue();
                }
            }
        }
    }

    /** Whether it could not be read. */
    private static boolean explained(Fixture fixture, byte[] spoiled, long seed) {
        try {
            Object read = fixture.read(spoiled);
            use(read, spoiled);
            fixture.write(read);
            return false;
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).isNotBlank();
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(
                    fixture.message().file() + ", seed " + seed + ": " + new String(spoiled, StandardCharsets.UTF_8),
                    e);
        }
    }

    /** What is done with every message before anybody looks at it more closely. */
    private static void use(Object read, byte[] bytes) throws UndecodableException {
        if (read instanceof CommandMessage m) {
            assertThat(m.body().route()).isNotNull();
            if (!(m.body() instanceof dev.penstock.api.command.Submit)) {
                assertThat(CommandCodec.data(bytes)).isNotEmpty();
            }
        } else if (read instanceof EventMessage m) {
            assertThat(m.route()).isNotNull();
            assertThat(m.id()).isNotNull();
        }
    }
}
