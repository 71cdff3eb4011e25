package dev.penstock.processor.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.penstock.api.job.Json;
import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.file.WholeFile;
import dev.penstock.processor.handlers.marketplace.SyncMarketplace;
import dev.penstock.processor.handlers.outside.MoodKeys;
import dev.penstock.processor.handlers.outside.OutsideWorld;
import dev.penstock.processor.handlers.outside.Whereabouts;
import dev.penstock.processor.handlers.webhook.DeliverWebhook;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoHandlersTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "S0.3, S0.19, S1.3, S1.27, S4.3: there is a job type for every category, in queues by type of work (S0.6)")
    void types() {
        try (DemoHandlers handlers = new DemoHandlers(new DemoPlaces(folder))) {
            Map<String, String> queues = handlers.all().stream()
                    .map(Registration::type)
                    .collect(Collectors.toMap(type -> type.name(), type -> type.queue()));
            assertThat(queues)
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            entry("email.send", "notifications"),
                            entry("webhook.deliver", "notifications"),
                            entry("notify", "notifications"),
                            entry("media.publish", "content"),
                            entry("media.thumbnail", "content"),
                            entry("media.transcode", "content"),
                            entry("document.process", "content"),
                            entry("search.index", "indexing"),
                            entry("search.reindex", "indexing"),
                            entry("telemetry.ingest", "analytics"),
                            entry("analytics.transform", "analytics"),
                            entry("report.generate", "analytics"),
                            entry("segment.compute", "segmentation"),
                            entry("segment.recalculate", "segmentation"),
                            entry("licences.generate", "default"),
                            entry("marketplace.sync", "default"),
                            entry("records.import", "default"),
                            entry("records.export", "default"),
                            entry("script.execute", "default"),
                            entry("listener.execute", "default"),
                            entry("legacy.event", "default"),
                            entry("workflow.step", "default"),
                            entry("system.refactor-data", "system"),
                            entry("system.update-relations", "system"),
                            entry("system.notification", "system"),
                            entry("item.import", "content"),
                            entry("studio.import-inputs", "content"),
                            entry("studio.generate-outputs", "content"),
                            entry("bulk.create", "default"),
                            entry("bulk.edit", "default"),
                            entry("bulk.change-status", "default"),
                            entry("bulk.download", "content"),
                            entry("pdf.merge.module", "content"),
                            entry("pdf.merge.studio", "content"),
                            entry("image.download", "content"),
                            entry("video.download", "content"),
                            entry("module.export", "analytics"),
                            entry("report.export", "analytics"),
                            entry("converters.run", "content"),
                            entry("previews.generate-missing", "content"),
                            entry("media-holders.clean", "content"),
                            entry("noop", "bench")));
            assertThat(DemoHandlers.queues())
                    .as("S1.27: every queue says what work it carries")
                    .containsOnlyKeys(new HashSet<>(queues.values()));
            assertThat(handlers.all()).allSatisfy(entry -> {
                assertThat(entry.type().description()).isNotBlank();
                assertThat(entry.type().setting().schemas().get(1)).isNotNull();
            });
        }
    }

    @Test
    @DisplayName(
            "S4.11, S4.12: of the jobs on a user's panel five types can be stopped while they run, and none goes on afterwards")
    void stoppable() {
        Set<String> panel = CatalogueHandlers.in(new DemoPlaces(folder)).stream()
                .map(entry -> entry.type().name())
                .collect(Collectors.toSet());
        try (DemoHandlers handlers = new DemoHandlers(new DemoPlaces(folder))) {
            List<TypeDeclaration<?>> types = handlers.all().stream()
                    .<TypeDeclaration<?>>map(Registration::type)
                    .filter(type -> panel.contains(type.name()))
                    .toList();
            assertThat(types)
                    .hasSize(16)
                    .noneMatch(type -> type.policy().capabilities().resumable());
            assertThat(types.stream()
                            .filter(type -> type.policy().capabilities().stoppable())
                            .map(TypeDeclaration::name))
                    .containsExactlyInAnyOrder(
                            "module.export",
                            "report.export",
                            "converters.run",
                            "previews.generate-missing",
                            "media-holders.clean");
        }
    }

    @Test
    @DisplayName("Workers may start before the demo program: until it says where its servers listen, jobs wait")
    void beforeTheDemoProgram() throws Exception {
        DemoPlaces places = new DemoPlaces(folder);
        try (DemoHandlers handlers = new DemoHandlers(places)) {
            JobHandler<DeliverWebhook> webhooks = handler(handlers, DeliverWebhook.class);
            JobHandler<SyncMarketplace> marketplace = handler(handlers, SyncMarketplace.class);
            DeliverWebhook webhook = new DeliverWebhook("shop", "partner", "order.paid", new Json("{}"));
            Runs runs = new Runs();
            runs.job = MoodKeys.prompt(1);
            assertThatThrownBy(() -> runs.run(webhooks, webhook))
                    .isInstanceOf(TransientFailure.class)
                    .hasMessageContaining("Start the demo program");

            try (OutsideWorld world = OutsideWorld.start(new OutsideWorld.Options(0, 0, places.mailbox(), 1))) {
                WholeFile.write(places.whereabouts().file(), Whereabouts.text(world));
                runs.run(webhooks, webhook);
                assertThatThrownBy(() -> runs.run(marketplace, new SyncMarketplace("archived")))
                        .hasMessageContaining("has expired");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <P> JobHandler<P> handler(DemoHandlers handlers, Class<P> payload) {
        return handlers.all().stream()
                .filter(entry -> entry.payload() == payload)
                .map(entry -> (JobHandler<P>) entry.handler())
                .findFirst()
                .orElseThrow();
    }
}
