package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Act;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Keys;
import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.handlers.DemoPlaces;
import dev.penstock.processor.handlers.listener.ExecuteListener;
import dev.penstock.processor.handlers.listener.ExecuteListenerHandler;
import dev.penstock.processor.handlers.material.Documents;
import dev.penstock.processor.handlers.media.MakeThumbnails;
import dev.penstock.processor.handlers.media.MakeThumbnailsHandler;
import dev.penstock.processor.handlers.notice.Notify;
import dev.penstock.processor.handlers.notice.NotifyHandler;
import dev.penstock.processor.handlers.publish.PublishMedia;
import dev.penstock.processor.handlers.publish.PublishMediaHandler;
import dev.penstock.processor.handlers.records.ImportRecords;
import dev.penstock.processor.handlers.records.ImportRecordsHandler;
import dev.penstock.processor.handlers.search.IndexDocument;
import dev.penstock.processor.handlers.search.IndexDocumentHandler;
import dev.penstock.processor.handlers.search.RebuildIndex;
import dev.penstock.processor.handlers.search.RebuildIndexHandler;
import dev.penstock.processor.handlers.search.SearchIndex;
import dev.penstock.processor.handlers.workflow.WorkflowStep;
import dev.penstock.processor.handlers.workflow.WorkflowSteps;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.fixture.TestPostgres;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The demo's handlers with the processor's rules, on a real broker: families, stops, resumption, restarts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealHandlersTest {
    private static final int ROWS = 60_000;

    private final WorkflowSteps workflow =
            new WorkflowSteps(TestPostgres.shared().freshDatabase()::connect);
    private DemoPlaces places;
    private Rig rig;
    private JobClient client;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        places = new DemoPlaces(folder.resolve("demo"));
        new Documents(places.documents(), places.library(), 7).prepare();
        rig = new Rig(folder, TestKafka.shared());
        rig.processor();
        client = JobClient.at(rig.kafka);
        JobWorker worker = JobWorker.builder(rig.kafka)
                .handler(PublishMedia.class, new PublishMediaHandler(places.library()))
                .handler(MakeThumbnails.class, new MakeThumbnailsHandler(places.pictures(), places.thumbnails()))
                .handler(IndexDocument.class, new IndexDocumentHandler(places.library(), places.index()))
                .handler(
                        RebuildIndex.class,
                        new RebuildIndexHandler(places.library(), places.index(), InstantSource.system()))
                .handler(Notify.class, new NotifyHandler(places.trays()))
                .handler(ImportRecords.class, new ImportRecordsHandler(places.recordsInbox(), places.tables()))
                .handler(ExecuteListener.class, new ExecuteListenerHandler(places.ledger()))
                .handler(WorkflowStep.class, workflow.handler())
                .actKey(rig.keys().act(Keys.WORKER))
                .start();
        rig.closing(worker::close);
        rig.closing(client::close);
        rig.closing(workflow.relay(client).start()::close);
    }

    @AfterAll
    void close() {
        rig.close();
    }

    @Test
    @DisplayName(
            "S1.6, S1.15 to S1.18: a publication spawns thumbnails, then the index, then a notice, and is complete after the last")
    void publication() throws Exception {
        Files.createDirectories(places.pictures());
        ImageIO.write(
                new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB),
                "png",
                places.pictures().resolve("weir.png").toFile());

        JobId job = submit(
                NewJob.of(new PublishMedia("weir.png", "The kingfisher at the weir", "Blue.", List.of(40, 80), "ana")));

        rig.events.await(job, Ending.JobCompleted.class);
        List<String> family = rig.events.events().stream()
                .filter(e -> e.key().startsWith(job.route() + "."))
                .filter(e -> e.body() instanceof JobSubmitted || e.body() instanceof Ending.JobCompleted)
                .map(e -> e.body() instanceof JobSubmitted s ? "+" + s.spec().type() : "-" + typeOf(e.key()))
                .toList();
        assertThat(family).startsWith("+media.publish").endsWith("+notify", "-notify", "-media.publish");
        assertThat(family.lastIndexOf("-media.thumbnail")).isLessThan(family.indexOf("+search.index"));
        assertThat(family.indexOf("-search.index")).isLessThan(family.indexOf("+notify"));
        assertThat(family).filteredOn("-media.thumbnail"::equals).hasSize(2);
        assertThat(new SearchIndex(places.index()).search("kingfisher", 5)).containsExactly("publication-weir.txt");
        assertThat(places.trays().resolve("ana")).isNotEmptyDirectory();
        assertThat(places.thumbnails()).isDirectoryContaining("glob:**weir-80.png");
    }

    @Test
    @DisplayName("S2.15, S2.16: an import that is stopped is resumed where it left off: no row twice, none left out")
    void stoppedImport() throws Exception {
        Files.createDirectories(places.recordsInbox());
        Files.writeString(places.recordsInbox().resolve("many.csv"), csv());
        JobId job = submit(NewJob.of(new ImportRecords("many.csv", "many")));
        rig.events.await(job, Attempt.CheckpointSaved.class);

        rig.send(new Act.Stop(job));
        rig.events.await(job, Ending.JobStopped.class);
        assertThat(places.tables().resolve("many.ndjson")).doesNotExist();
        long checkpoints = count(job, Attempt.CheckpointSaved.class);
        rig.send(new Act.Resume(job));
        rig.events.await(job, Ending.JobCompleted.class);

        assertThat(checkpoints).isLessThan(ROWS / 500);
        assertThat(count(job, Attempt.CheckpointSaved.class))
                .as("what was done before is not done again")
                .isEqualTo(ROWS / 500);
        new HandlerKit()
                .run(
                        new ImportRecordsHandler(places.recordsInbox(), places.tables()),
                        new ImportRecords("many.csv", "at-once"));
        assertThat(places.tables().resolve("many.ndjson"))
                .hasSameBinaryContentAs(places.tables().resolve("at-once.ndjson"));
    }

    @Test
    @DisplayName("S2.15: a listener that is asked to stop stays STOPPING and completes by itself")
    void listener() {
        JobId job = submit(NewJob.of(new ExecuteListener("O-1", 25, 100, 100)));
        rig.events.await(job, Attempt.CheckpointSaved.class);
        rig.send(new Act.Stop(job));
        rig.events.await(job, Control.StopRequested.class);

        rig.events.await(job, Ending.JobCompleted.class);
        assertThat(count(job, Ending.JobStopped.class)).isZero();
        assertThat(places.ledger().resolve(job + ".ledger")).exists();
    }

    @Test
    @DisplayName("S2.19: a rebuilding of the index that is complete is run again")
    void restart() {
        JobId job = submit(NewJob.of(new RebuildIndex("test")));
        rig.events.await(job, Ending.JobCompleted.class);
        rig.send(new Act.Restart(job));
        Rig.await("a second round is complete", () -> count(job, Ending.JobCompleted.class) == 2);
    }

    @Test
    @DisplayName(
            "S3.2, S3.22: each step of a transfer submits the next with its transaction, under one instance number")
    void transfer() {
        submit(transfer("T-1", 2_500));
        rig.events.await(
                "the last step is done",
                e -> e.body() instanceof Ending.JobCompleted done
                        && done.result() != null
                        && done.result().text().contains("SETTLE"));

        assertThat(rig.events.events().stream()
                        .filter(e -> e.body() instanceof JobSubmitted job
                                && "T-1".equals(job.spec().instance())))
                .hasSize(3);
    }

    @Test
    @DisplayName(
            "S3.4, S3.16: a step that fails is rolled back and reported each time; its attempts used up, it is ABORTED")
    void transferWithoutMoney() {
        JobId job = submit(transfer("T-2", 1_000_000));

        rig.events.await(job, Ending.JobAborted.class);
        assertThat(rig.events.of(job).stream()
                        .filter(Attempt.AttemptFailed.class::isInstance)
                        .map(failed ->
                                ((Attempt.AttemptFailed) failed).failure().message()))
                .hasSize(3)
                .allMatch(message -> message.contains("the transaction is rolled back"));
    }

    private static NewJob transfer(String number, long cents) {
        return NewJob.of(new WorkflowStep(number, WorkflowStep.Step.WITHDRAW, "ana", "ben", cents))
                .instance(number);
    }

    private JobId submit(NewJob job) {
        return client.submit(job).job();
    }

    private long count(JobId job, Class<? extends Event> type) {
        return rig.events.of(job).stream().filter(type::isInstance).count();
    }

    private String typeOf(String job) {
        return rig.events.events().stream()
                .filter(e -> e.key().equals(job))
                .map(EventMessage::body)
                .filter(JobSubmitted.class::isInstance)
                .map(submitted -> ((JobSubmitted) submitted).spec().type())
                .findFirst()
                .orElseThrow();
    }

    private static String csv() throws IOException {
        StringBuilder csv = new StringBuilder("id,country,plan,seats,cents,since\n");
        for (int i = 1; i <= ROWS; i++) {
            csv.append("A-%06d,DE,basic,3,%d,2020-02-29\n".formatted(i, i));
        }
        return csv.toString();
    }
}
