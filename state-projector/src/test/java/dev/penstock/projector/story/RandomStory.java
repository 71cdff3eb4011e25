package dev.penstock.projector.story;

import dev.penstock.api.event.Submission.JobRequeued.Cause;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Status;
import java.time.Duration;
import java.util.Random;

/** A job's life at random. */
final class RandomStory {
    private static final String[] TYPES = {"email.send", "webhook.deliver", "records.import"};
    private static final String[] QUEUES = {"default", "mail"};

    private RandomStory() {}

    static Story tell(Random random, String id) {
        Story story = new Story(id).after(Duration.ofSeconds(random.nextInt(300)));
        story.submitted(TYPES[random.nextInt(TYPES.length)], QUEUES[random.nextInt(QUEUES.length)]);
        if (random.nextInt(10) == 0) {
            return story.refused(id + "-x", "Cannot retry: it is QUEUED");
        }
        if (random.nextInt(8) == 0) {
            story.handedBack("no worker knows it")
                    .retryScheduled()
                    .after(Duration.ofSeconds(1))
                    .dispatched();
        }
        story.after(Duration.ofMillis(random.nextInt(2_000))).started("w-" + random.nextInt(3));
        for (int i = random.nextInt(3); i > 0; i--) {
            story.progress(i);
        }
        return switch (random.nextInt(11)) {
            case 0 -> story;
            case 1 -> story.failed("timeout after " + random.nextInt(900)).retryScheduled();
            case 2 -> story.failed("550 no such user").exhausted();
            case 3 ->
                story.failed("again")
                        .exhausted()
                        .requeued("ana")
                        .dispatched()
                        .started("w-9")
                        .completed();
            case 4 -> story.completed().deleted("bob");
            case 5 -> story.lost().retryScheduled().dispatched().started("w-8").completed();
            case 6 ->
                story.stopped("ana")
                        .again("ana", Cause.RESUME, null)
                        .dispatched()
                        .started("w-7")
                        .completed();
            case 7 ->
                story.waitsFor(id + "a", id + "b")
                        .childEnded(id + "a", Status.STOPPED)
                        .childEnded(id + "b", Status.FAILED)
                        .childReopened(id + "a", Status.STOPPED)
                        .childEnded(id + "a", Status.COMPLETED)
                        .completedByChildren();
            case 8 ->
                story.attached(new Artifact("a.csv", "text/csv", 7, "00", "a"))
                        .completed()
                        .expired()
                        .again("ana", Cause.RESTART, null)
                        .dispatched()
                        .started("w-6");
            default -> story.completed();
        };
    }
}
