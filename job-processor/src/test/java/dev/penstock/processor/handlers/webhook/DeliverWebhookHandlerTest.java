package dev.penstock.processor.handlers.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.job.Json;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.Runs;
import dev.penstock.processor.handlers.outside.MoodKeys;
import dev.penstock.processor.handlers.outside.OutsideWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverWebhookHandlerTest {
    private static final long SEED = 1;

    @TempDir
    Path folder;

    private OutsideWorld world;
    private DeliverWebhookHandler handler;
    private final Runs runs = new Runs();

    @BeforeEach
    void start() throws IOException {
        world = OutsideWorld.start(new OutsideWorld.Options(0, 0, folder, SEED));
        handler = new DeliverWebhookHandler(new Endpoints(
                world::http,
                Map.of("shop", "/hooks/shop"),
                Map.of("partner", "demo-key-partner", "old-partner", "demo-key-expired")));
        runs.job = MoodKeys.prompt(SEED);
    }

    @AfterEach
    void stop() {
        handler.close();
        world.close();
    }

    @Test
    @DisplayName(
            "S0.19: an event is posted to a third party; a second run of the job is recognised as a duplicate (S1.13)")
    void delivers() throws Exception {
        assertThat(deliver("partner").status()).isEqualTo(202);
        DeliverWebhookHandler.Delivered again = deliver("partner");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.answer()).contains("\"duplicate\":true");
    }

    @Test
    @DisplayName("S1.19: an endpoint that is down (503) is a transient failure; the third attempt gets through")
    void unavailableTwice() throws Exception {
        runs.job = MoodKeys.unavailableTwice(SEED);
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> deliver("partner"))
                    .isInstanceOf(TransientFailure.class)
                    .hasMessageContaining("was answered 503")
                    .hasMessageContaining("Down for maintenance")
                    .hasMessageContaining("Retry-After: 1 s")
                    .extracting(e -> ((TransientFailure) e).retryIn())
                    .isEqualTo(Duration.ofSeconds(1));
        }
        assertThat(deliver("partner").status()).isEqualTo(202);
    }

    @Test
    @DisplayName("S0.23: no answer in time is a transient failure, and the retry does not deliver twice")
    void slowOnce() throws Exception {
        runs.job = MoodKeys.slowOnce(SEED);
        assertThatThrownBy(() -> deliver("partner"))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("was not answered within 2 s")
                .hasCauseInstanceOf(java.net.http.HttpTimeoutException.class);
        assertThat(deliver("partner").status()).isBetween(200, 202);
    }

    @Test
    @DisplayName(
            "S0.21, S0.23: an API key that expired (401) is a permanent failure that says which to renew, and shows no key")
    void invalidKey() {
        assertThatThrownBy(() -> deliver("old-partner"))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("was answered 401")
                .hasMessageContaining("Renew the API key of credential \"old-partner\"")
                .hasMessageNotContaining("demo-key");
    }

    @Test
    @DisplayName("An endpoint that is always down is transient to the last attempt")
    void down() {
        runs.job = MoodKeys.down(SEED);
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThatThrownBy(() -> deliver("partner")).isInstanceOf(TransientFailure.class);
        }
    }

    @Test
    @DisplayName("S0.23: a third party that cannot be reached is a transient failure")
    void away() {
        world.close();
        assertThatThrownBy(() -> deliver("partner"))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("did not get through")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("A job that names an unknown endpoint fails for good, with the known ones; it cannot bring an address")
    void unknownEndpoint() {
        assertThatThrownBy(() -> runs.run(
                        handler, new DeliverWebhook("http://10.0.0.1/", "partner", "order.paid", new Json("{}"))))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("known are [shop]");
    }

    private DeliverWebhookHandler.Delivered deliver(String credential) throws Exception {
        return runs.run(handler, new DeliverWebhook("shop", credential, "order.paid", new Json("{\"order\":\"O-1\"}")));
    }
}
