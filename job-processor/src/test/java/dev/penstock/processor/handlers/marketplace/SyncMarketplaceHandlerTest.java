package dev.penstock.processor.handlers.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.Runs;
import dev.penstock.processor.handlers.outside.OutsideWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncMarketplaceHandlerTest {
    @TempDir
    Path folder;

    private OutsideWorld world;
    private SyncMarketplaceHandler handler;
    private final Runs runs = new Runs();

    @BeforeEach
    void start() throws IOException {
        world = OutsideWorld.start(new OutsideWorld.Options(0, 0, folder.resolve("mail"), 3));
        handler = new SyncMarketplaceHandler(
                new MarketplaceAccounts(
                        () -> world.http().resolve("/marketplace/"),
                        Map.of("main", "demo-secret-main", "archived", "demo-secret-expired")),
                folder);
    }

    @AfterEach
    void stop() {
        handler.close();
        world.close();
    }

    @Test
    @DisplayName(
            "S0.19: all pages are pulled although the token is good for five only; busy moments (503) are retried behind the checkpoint")
    void pullsAllPages() throws Exception {
        int failures = 0;
        for (int round = 0; round < 20; round++) {
            runs.checkpoints.clear();
            failures += untilPulled();
        }

        assertThat(failures).as("the marketplace is too busy at times").isPositive();
        assertThat(salesOnDisk()).hasSize(400);
    }

    private int untilPulled() throws Exception {
        for (int failures = 0; ; failures++) {
            int behind = runs.checkpoints.size();
            try {
                SyncMarketplaceHandler.Pulled pulled = runs.run(handler, new SyncMarketplace("main"));
                assertThat(pulled.pagesDone()).isEqualTo(8);
                assertThat(pulled.sales()).isEqualTo(400);
                return failures;
            } catch (TransientFailure e) {
                assertThat(e).hasMessageContaining("answered 503");
                assertThat(runs.checkpoints.size()).isGreaterThanOrEqualTo(behind);
            }
        }
    }

    @Test
    @DisplayName("S0.21: an API secret that has expired is a permanent failure that says so, and shows no secret")
    void expiredSecret() {
        assertThatThrownBy(() -> runs.run(handler, new SyncMarketplace("archived")))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("gives account \"archived\" no token")
                .hasMessageContaining("has expired or is not known")
                .hasMessageContaining("Renew the API secret")
                .hasMessageNotContaining("demo-secret");
    }

    @Test
    @DisplayName("S0.21: a marketplace that cannot be reached is a transient failure")
    void away() {
        world.close();
        assertThatThrownBy(() -> runs.run(handler, new SyncMarketplace("main")))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("did not get through");
    }

    private Set<String> salesOnDisk() {
        Set<String> sales = new HashSet<>();
        IntStream.rangeClosed(1, 8).forEach(page -> read(page).sales().forEach(sale -> sales.add(sale.id())));
        return sales;
    }

    private SalesPage read(int page) {
        try {
            return new JsonMapper()
                    .readValue(
                            Files.readString(folder.resolve("main/page-%04d.json".formatted(page))), SalesPage.class);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
