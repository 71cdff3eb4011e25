package dev.penstock.processor.handlers.load;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Priority;
import dev.penstock.processor.handlers.analytics.GenerateReport;
import dev.penstock.processor.handlers.analytics.TransformAnalytics;
import dev.penstock.processor.handlers.document.ProcessDocument;
import dev.penstock.processor.handlers.listener.ExecuteListener;
import dev.penstock.processor.handlers.material.Documents;
import dev.penstock.processor.handlers.material.Recordings;
import dev.penstock.processor.handlers.notice.Notify;
import dev.penstock.processor.handlers.publish.PublishMedia;
import dev.penstock.processor.handlers.script.ExecuteScript;
import dev.penstock.processor.handlers.script.Scripts;
import dev.penstock.processor.handlers.search.IndexDocument;
import dev.penstock.processor.handlers.search.RebuildIndex;
import dev.penstock.processor.handlers.segment.ComputeSegment;
import dev.penstock.processor.handlers.segment.RecalculateSegments;
import dev.penstock.processor.handlers.transcode.Rendition;
import dev.penstock.processor.handlers.transcode.TranscodeMedia;
import dev.penstock.processor.handlers.upkeep.RefactorData;
import dev.penstock.processor.handlers.upkeep.UpdateRelations;
import dev.penstock.processor.handlers.workflow.WorkflowStep;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The platform's own work, one after the other in rounds of {@link #ROUND}: at five jobs a second, of which every fifth is a
 * chore, a round takes 40 seconds. In every fifth round there is a recording that takes a while to transcode.
 */
final class Chores {
    static final int ROUND = 40;
    static final List<String> PEOPLE = List.of("ana", "ben", "chloe", "dmitri");
    private static final List<String> SEGMENTS =
            List.of("enterprise", "large-teams", "big-spenders", "veterans", "europe");

    private final SplittableRandom random;
    private final InstantSource clock;
    private final List<Supplier<NewJob>> kinds = List.of(
            this::notice,
            this::index,
            this::document,
            this::segment,
            this::publish,
            this::script,
            this::index,
            this::transform,
            this::recalculate,
            this::transcode,
            this::transfer,
            this::listener,
            this::index,
            this::document,
            this::segment,
            this::notice,
            this::report,
            this::recalculate,
            this::reindex,
            this::index);
    private long number;

    Chores(SplittableRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    NewJob next() {
        int place = (int) (number++ % ROUND);
        if (place == ROUND / 2 + 5) {
            return NewJob.of(new RefactorData(AccountFiles.table(table()))).bySystem();
        }
        if (place == ROUND / 2 + 18) {
            return NewJob.of(new UpdateRelations()).bySystem();
        }
        return kinds.get(place % kinds.size()).get();
    }

    private NewJob notice() {
        String user = chance(3) ? "no such user" : PEOPLE.get(random.nextInt(PEOPLE.size()));
        return NewJob.of(new Notify(user, "Your export is ready", "Fetch it within a day."))
                .runBy("reporting");
    }

    private NewJob publish() {
        String picture =
                chance(4) ? PictureFiles.DAMAGED : PictureFiles.name(random.nextInt(1, PictureFiles.COUNT + 1));
        String user = PEOPLE.get(random.nextInt(PEOPLE.size()));
        return NewJob.of(new PublishMedia(
                        picture, "Plate " + number, "A picture of the catalogue.", List.of(80, 320, 640), user))
                .runBy("catalogue");
    }

    private NewJob transfer() {
        String transfer = "T-" + clock.instant().toEpochMilli() + "-" + number;
        long cents = chance(20) ? 2_000_000 : random.nextLong(100, 5_000);
        int from = random.nextInt(PEOPLE.size());
        String to = PEOPLE.get((from + 1) % PEOPLE.size());
        return NewJob.of(new WorkflowStep(transfer, WorkflowStep.Step.WITHDRAW, PEOPLE.get(from), to, cents))
                .runBy("treasury")
                .instance(transfer)
                .tags("WITHDRAW");
    }

    private NewJob index() {
        int number = chance(2) ? Documents.TEXTS + 1 : random.nextInt(1, Documents.TEXTS + 1);
        return NewJob.of(new IndexDocument(Documents.text(number))).runBy("editor");
    }

    private NewJob reindex() {
        return NewJob.of(new RebuildIndex("so that nothing is missing")).runBy("editor");
    }

    private NewJob document() {
        String name = Documents.name(random.nextInt(1, Documents.COUNT + 1));
        if (chance(10)) {
            name = random.nextBoolean() ? Documents.DAMAGED : Documents.LOCKED;
        }
        return NewJob.of(new ProcessDocument(name, 72)).runBy("editor");
    }

    private NewJob transcode() {
        if (number / ROUND % 5 == 4) {
            return NewJob.of(new TranscodeMedia(Recordings.LONG, List.of(Rendition.values()), 64))
                    .runBy("studio")
                    .tags("long");
        }
        String name = Recordings.name(random.nextInt(1, Recordings.COUNT + 1));
        if (chance(8)) {
            name = random.nextBoolean() ? Recordings.DAMAGED : Recordings.NO_SOUND;
        }
        return NewJob.of(new TranscodeMedia(name, List.of(Rendition.PHONE, Rendition.VOICE), 8))
                .runBy("studio");
    }

    private NewJob transform() {
        return NewJob.of(new TransformAnalytics(today())).bySystem().priority(Priority.LOW);
    }

    private NewJob report() {
        return NewJob.of(new GenerateReport(today(), "Usage"))
                .runBy("reporting")
                .priority(Priority.LOW);
    }

    private NewJob segment() {
        return NewJob.of(new ComputeSegment(SEGMENTS.get(random.nextInt(SEGMENTS.size()))))
                .runBy("marketing")
                .unique(JobSpec.OnConflict.IGNORE, "segment");
    }

    private NewJob recalculate() {
        return NewJob.of(new RecalculateSegments(AccountFiles.table(table())))
                .runBy("marketing")
                .unique(JobSpec.OnConflict.IGNORE, "table");
    }

    private NewJob script() {
        ExecuteScript order = chance(15)
                ? new ExecuteScript(Scripts.SLOW_CHECK, List.of("2"), 5)
                : switch (random.nextInt(3)) {
                    case 0 -> new ExecuteScript(Scripts.COUNT_FILES, List.of("mailbox", "media/thumbnails"), 30);
                    case 1 -> new ExecuteScript(Scripts.CHECK_MAILBOX, List.of(), 30);
                    default -> new ExecuteScript(Scripts.DISK_USE, List.of(), 30);
                };
        return NewJob.of(order).runBy("operator");
    }

    private NewJob listener() {
        return NewJob.of(new ExecuteListener("O-" + random.nextInt(100_000), 30, random.nextInt(100, 9_000), 300))
                .runBy("shop");
    }

    private int table() {
        return random.nextInt(1, AccountFiles.COUNT + 1);
    }

    private String today() {
        return clock.instant().toString().substring(0, 10);
    }

    /** Whether a thing of this many in 100 happens. */
    private boolean chance(int perCent) {
        return random.nextInt(100) < perCent;
    }
}
