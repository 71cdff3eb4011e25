package dev.penstock.processor.handlers;

import dev.penstock.api.setting.Setting;
import dev.penstock.api.worker.JobWorkerBuilder;
import dev.penstock.processor.handlers.bench.Noop;
import dev.penstock.processor.handlers.bench.NoopHandler;
import dev.penstock.processor.handlers.licences.GenerateLicences;
import dev.penstock.processor.handlers.licences.GenerateLicencesHandler;
import dev.penstock.processor.handlers.mail.DefaultTemplates;
import dev.penstock.processor.handlers.mail.SendEmail;
import dev.penstock.processor.handlers.mail.SendEmailHandler;
import dev.penstock.processor.handlers.marketplace.MarketplaceAccounts;
import dev.penstock.processor.handlers.marketplace.SyncMarketplace;
import dev.penstock.processor.handlers.marketplace.SyncMarketplaceHandler;
import dev.penstock.processor.handlers.media.MakeThumbnails;
import dev.penstock.processor.handlers.media.MakeThumbnailsHandler;
import dev.penstock.processor.handlers.records.ExportRecords;
import dev.penstock.processor.handlers.records.ExportRecordsHandler;
import dev.penstock.processor.handlers.records.ImportRecords;
import dev.penstock.processor.handlers.records.ImportRecordsHandler;
import dev.penstock.processor.handlers.telemetry.IngestTelemetry;
import dev.penstock.processor.handlers.telemetry.IngestTelemetryHandler;
import dev.penstock.processor.handlers.webhook.DeliverWebhook;
import dev.penstock.processor.handlers.webhook.DeliverWebhookHandler;
import dev.penstock.processor.handlers.webhook.Endpoints;
import java.util.List;
import java.util.Map;

/** The demo's job types: the one entry to this room for whoever starts a worker. */
public final class DemoHandlers implements AutoCloseable {
    // These open nothing but the demo's own servers on this machine; one of each has expired on purpose (S0.21).
    private static final Map<String, String> API_KEYS =
            Map.of("partner", "demo-key-partner", "old-partner", "demo-key-expired");
    private static final Map<String, String> API_SECRETS =
            Map.of("main", "demo-secret-main", "archived", "demo-secret-expired");

    private final DemoPlaces places;
    private final DeliverWebhookHandler webhooks;
    private final SyncMarketplaceHandler marketplace;

    /** Handlers that work in {@code places}. */
    public DemoHandlers(DemoPlaces places) {
        this.places = places;
        this.webhooks = new DeliverWebhookHandler(new Endpoints(places::http, Map.of("shop", "/hooks/shop"), API_KEYS));
        this.marketplace = new SyncMarketplaceHandler(
                new MarketplaceAccounts(() -> places.http().resolve("/marketplace/"), API_SECRETS), places.sales());
    }

    /** Every handler with its type. */
    public List<Registration<?>> all() {
        return List.of(
                new Registration<>(SendEmail.class, new SendEmailHandler(places::smtp)),
                new Registration<>(DeliverWebhook.class, webhooks),
                new Registration<>(
                        IngestTelemetry.class,
                        new IngestTelemetryHandler(places.telemetryInbox(), places.telemetryAggregates())),
                new Registration<>(GenerateLicences.class, new GenerateLicencesHandler(places.licences())),
                new Registration<>(SyncMarketplace.class, marketplace),
                new Registration<>(
                        ImportRecords.class, new ImportRecordsHandler(places.recordsInbox(), places.tables())),
                new Registration<>(ExportRecords.class, new ExportRecordsHandler(places.tables(), places.exports())),
                new Registration<>(
                        MakeThumbnails.class, new MakeThumbnailsHandler(places.pictures(), places.thumbnails())),
                new Registration<>(Noop.class, new NoopHandler()));
    }

    /** The first version of each template that a handler uses. */
    public List<Setting.Template> templates() {
        return DefaultTemplates.all();
    }

    /** Lets a worker run them all, and brings it the templates. */
    public JobWorkerBuilder addTo(JobWorkerBuilder worker) {
        all().forEach(registration -> registration.addTo(worker));
        templates().forEach(worker::template);
        return worker;
    }

    /** Cuts off requests that are under way: close the worker first. */
    @Override
    public void close() {
        webhooks.close();
        marketplace.close();
    }
}
