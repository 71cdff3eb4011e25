package dev.penstock.processor.handlers.marketplace;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Pulls all pages of an account's sales into files, one a page. After each page the run sets a checkpoint; a retried run
 * goes on behind it, and a page that is pulled twice replaces itself.
 */
public final class SyncMarketplaceHandler implements JobHandler<SyncMarketplace>, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final MarketplaceAccounts accounts;
    private final Path folder;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    public SyncMarketplaceHandler(MarketplaceAccounts accounts, Path folder) {
        this.accounts = accounts;
        this.folder = folder;
    }

    /**
     * How far the pull is; the last one is the job's result.
     *
     * @param pagesDone pages on disk
     */
    public record Pulled(int pagesDone, long sales, long cents) {
        Pulled with(SalesPage page) {
            long sum = page.sales().stream().mapToLong(SalesPage.Sale::cents).sum();
            return new Pulled(page.page(), sales + page.sales().size(), cents + sum);
        }
    }

    @Override
    public @Nullable Pulled run(SyncMarketplace order, JobContext context) throws IOException, InterruptedException {
        Path pages = Inside.of(folder, order.account());
        MarketplaceSession session = new MarketplaceSession(http, accounts, order.account());
        Pulled pulled = context.checkpoint(Pulled.class).orElse(new Pulled(0, 0, 0));
        int last = pulled.pagesDone() + 1;
        while (pulled.pagesDone() < last) {
            SalesPage page = session.page(pulled.pagesDone() + 1);
            WholeFile.write(pages.resolve("page-%04d.json".formatted(page.page())), JSON.writeValueAsString(page));
            pulled = pulled.with(page);
            last = page.pages();
            context.checkpoint(pulled);
            context.progress(pulled.pagesDone(), last, "pages pulled");
            if (pulled.pagesDone() < last && context.stopRequested()) {
                return null;
            }
        }
        context.log(LogLine.Level.INFO, "Pulled " + pulled.sales() + " sales in " + pulled.pagesDone() + " pages");
        return pulled;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
