package dev.penstock.processor.handlers;

import dev.penstock.api.client.JobSubmitter;
import dev.penstock.api.outbox.OutboxRelay;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.worker.JobWorkerBuilder;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.analytics.GenerateReport;
import dev.penstock.processor.handlers.analytics.GenerateReportHandler;
import dev.penstock.processor.handlers.analytics.TransformAnalytics;
import dev.penstock.processor.handlers.analytics.TransformAnalyticsHandler;
import dev.penstock.processor.handlers.bench.Noop;
import dev.penstock.processor.handlers.bench.NoopHandler;
import dev.penstock.processor.handlers.document.ProcessDocument;
import dev.penstock.processor.handlers.document.ProcessDocumentHandler;
import dev.penstock.processor.handlers.legacy.LegacyEvent;
import dev.penstock.processor.handlers.legacy.LegacyEventHandler;
import dev.penstock.processor.handlers.licences.GenerateLicences;
import dev.penstock.processor.handlers.licences.GenerateLicencesHandler;
import dev.penstock.processor.handlers.listener.ExecuteListener;
import dev.penstock.processor.handlers.listener.ExecuteListenerHandler;
import dev.penstock.processor.handlers.mail.DefaultTemplates;
import dev.penstock.processor.handlers.mail.SendEmail;
import dev.penstock.processor.handlers.mail.SendEmailHandler;
import dev.penstock.processor.handlers.marketplace.MarketplaceAccounts;
import dev.penstock.processor.handlers.marketplace.SyncMarketplace;
import dev.penstock.processor.handlers.marketplace.SyncMarketplaceHandler;
import dev.penstock.processor.handlers.media.MakeThumbnails;
import dev.penstock.processor.handlers.media.MakeThumbnailsHandler;
import dev.penstock.processor.handlers.notice.Notify;
import dev.penstock.processor.handlers.notice.NotifyHandler;
import dev.penstock.processor.handlers.notice.SendNotification;
import dev.penstock.processor.handlers.notice.SendNotificationHandler;
import dev.penstock.processor.handlers.publish.PublishMedia;
import dev.penstock.processor.handlers.publish.PublishMediaHandler;
import dev.penstock.processor.handlers.records.ExportRecords;
import dev.penstock.processor.handlers.records.ExportRecordsHandler;
import dev.penstock.processor.handlers.records.ImportRecords;
import dev.penstock.processor.handlers.records.ImportRecordsHandler;
import dev.penstock.processor.handlers.script.ExecuteScript;
import dev.penstock.processor.handlers.script.ExecuteScriptHandler;
import dev.penstock.processor.handlers.search.IndexDocument;
import dev.penstock.processor.handlers.search.IndexDocumentHandler;
import dev.penstock.processor.handlers.search.RebuildIndex;
import dev.penstock.processor.handlers.search.RebuildIndexHandler;
import dev.penstock.processor.handlers.segment.ComputeSegment;
import dev.penstock.processor.handlers.segment.ComputeSegmentHandler;
import dev.penstock.processor.handlers.segment.RecalculateSegments;
import dev.penstock.processor.handlers.segment.RecalculateSegmentsHandler;
import dev.penstock.processor.handlers.telemetry.IngestTelemetry;
import dev.penstock.processor.handlers.telemetry.IngestTelemetryHandler;
import dev.penstock.processor.handlers.transcode.TranscodeMedia;
import dev.penstock.processor.handlers.transcode.TranscodeMediaHandler;
import dev.penstock.processor.handlers.upkeep.RefactorData;
import dev.penstock.processor.handlers.upkeep.RefactorDataHandler;
import dev.penstock.processor.handlers.upkeep.UpdateRelations;
import dev.penstock.processor.handlers.upkeep.UpdateRelationsHandler;
import dev.penstock.processor.handlers.webhook.DeliverWebhook;
import dev.penstock.processor.handlers.webhook.DeliverWebhookHandler;
import dev.penstock.processor.handlers.webhook.Endpoints;
import dev.penstock.processor.handlers.workflow.WorkflowStep;
import dev.penstock.processor.handlers.workflow.WorkflowSteps;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The demo's job types: the one entry to this room for whoever starts a worker. */
public final class DemoHandlers implements AutoCloseable {
    // These open nothing but the demo's own servers on this machine; one of each has expired on purpose (S0.21).
    private static final Map<String, String> API_KEYS =
            Map.of("partner", "demo-key-partner", "old-partner", "demo-key-expired");
    private static final Map<String, String> API_SECRETS =
            Map.of("main", "demo-secret-main", "archived", "demo-secret-expired");

    private final DemoPlaces places;
    private final Supplier<DataSource> database;
    private final WorkflowSteps workflow;
    private final DeliverWebhookHandler webhooks;
    private final SyncMarketplaceHandler marketplace;

    /** Handlers that work in {@code places}, without a database: jobs that need one wait for it. */
    public DemoHandlers(DemoPlaces places) {
        this(places, () -> {
            throw new TransientFailure("This worker has no database: give it one with penstock.demo-db.url, .user and"
                    + " .password, or let ./penstock demo start it.");
        });
    }

    /** Handlers that work in {@code places} and in the demo's database. */
    public DemoHandlers(DemoPlaces places, Supplier<DataSource> database) {
        this.places = places;
        this.database = database;
        this.workflow = new WorkflowSteps(() -> database.get().getConnection());
        this.webhooks = new DeliverWebhookHandler(new Endpoints(
                places::http, Map.of("shop", "/hooks/shop", "operations", "/hooks/operations"), API_KEYS));
        this.marketplace = new SyncMarketplaceHandler(
                new MarketplaceAccounts(() -> places.http().resolve("/marketplace/"), API_SECRETS), places.sales());
    }

    /** Every handler with its type. */
    public List<Registration<?>> all() {
        return Stream.of(
                        notifications(),
                        content(),
                        indexing(),
                        analytics(),
                        segmentation(),
                        records(),
                        others(),
                        CatalogueHandlers.in(places))
                .flatMap(List::stream)
                .toList();
    }

    private List<Registration<?>> notifications() {
        SendEmailHandler mail = new SendEmailHandler(places::smtp);
        return List.of(
                new Registration<>(SendEmail.class, mail),
                new Registration<>(SendNotification.class, new SendNotificationHandler(mail, webhooks)),
                new Registration<>(DeliverWebhook.class, webhooks),
                new Registration<>(Notify.class, new NotifyHandler(places.trays())));
    }

    private List<Registration<?>> content() {
        return List.of(
                new Registration<>(
                        MakeThumbnails.class, new MakeThumbnailsHandler(places.pictures(), places.thumbnails())),
                new Registration<>(PublishMedia.class, new PublishMediaHandler(places.library())),
                new Registration<>(
                        TranscodeMedia.class, new TranscodeMediaHandler(places.recordings(), places.renditions())),
                new Registration<>(
                        ProcessDocument.class,
                        new ProcessDocumentHandler(places.documents(), places.library(), places.pages())));
    }

    private List<Registration<?>> indexing() {
        return List.of(
                new Registration<>(IndexDocument.class, new IndexDocumentHandler(places.library(), places.index())),
                new Registration<>(
                        RebuildIndex.class,
                        new RebuildIndexHandler(places.library(), places.index(), InstantSource.system())));
    }

    private List<Registration<?>> analytics() {
        Path hours = places.telemetryAggregates();
        return List.of(
                new Registration<>(IngestTelemetry.class, new IngestTelemetryHandler(places.telemetryInbox(), hours)),
                new Registration<>(
                        TransformAnalytics.class, new TransformAnalyticsHandler(hours, places.usageOfDays())),
                new Registration<>(
                        GenerateReport.class,
                        new GenerateReportHandler(hours, places.usageOfDays(), places.reports())));
    }

    private List<Registration<?>> segmentation() {
        return List.of(
                new Registration<>(ComputeSegment.class, new ComputeSegmentHandler(database)),
                new Registration<>(
                        RecalculateSegments.class, new RecalculateSegmentsHandler(places.tables(), database)));
    }

    private List<Registration<?>> records() {
        return List.of(
                new Registration<>(
                        ImportRecords.class, new ImportRecordsHandler(places.recordsInbox(), places.tables())),
                new Registration<>(ExportRecords.class, new ExportRecordsHandler(places.tables(), places.exports())),
                new Registration<>(RefactorData.class, new RefactorDataHandler(places.tables())),
                new Registration<>(
                        UpdateRelations.class,
                        new UpdateRelationsHandler(places.pictures(), places.thumbnails(), places.relations())));
    }

    private List<Registration<?>> others() {
        return List.of(
                new Registration<>(GenerateLicences.class, new GenerateLicencesHandler(places.licences())),
                new Registration<>(SyncMarketplace.class, marketplace),
                new Registration<>(ExecuteScript.class, new ExecuteScriptHandler(places.folder())),
                new Registration<>(ExecuteListener.class, new ExecuteListenerHandler(places.ledger())),
                new Registration<>(WorkflowStep.class, workflow.handler()),
                new Registration<>(LegacyEvent.class, new LegacyEventHandler(places.customers())),
                new Registration<>(Noop.class, new NoopHandler()));
    }

    /** The first version of each template that a handler uses. */
    public List<Setting.Template> templates() {
        return DefaultTemplates.all();
    }

    /** The queues by type of work, with what they carry (S1.27). */
    public static Map<String, String> queues() {
        return Map.of(
                "default", "Everything that has no queue of its own: licences, marketplaces, records, scripts, events.",
                "notifications", "E-mail, webhooks, notices: what people and third parties are told.",
                "content", "Transcoding, documents, thumbnails.",
                "analytics", "Telemetry, transforms, aggregates, reports.",
                "segmentation", "Segments of the audience and their memberships.",
                "indexing", "The full-text index: updates and rebuilding.",
                "system", "What the platform does for itself.",
                "bench", "Benchmarks.");
    }

    /** Lets a worker run them all, and brings it the templates and what the queues are for. */
    public JobWorkerBuilder addTo(JobWorkerBuilder worker) {
        all().forEach(registration -> registration.addTo(worker));
        queues().forEach(worker::describe);
        templates().forEach(worker::template);
        return worker;
    }

    /** Publishes the jobs that handlers submit with their database work; the caller starts and closes it. */
    public OutboxRelay relay(JobSubmitter submitter) {
        return workflow.relay(submitter);
    }

    /** Cuts off requests that are under way: close the worker first. */
    @Override
    public void close() {
        webhooks.close();
        marketplace.close();
    }
}
