package dev.penstock.projector.project;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.projector.view.Place;
import dev.penstock.projector.view.Trail;

/** The fold of what a job forgets. */
final class Trails {
    private Trails() {}

    static Trail after(Trail before, JobEvent event, Place place) {
        return switch (event) {
            case Attempt.AttemptStarted e -> new Trail(null, e.lease().worker(), e.delivery(), Trail.NO_PROGRESS);
            case Attempt.ProgressReported e -> before.progressAt(place.offset());
            case Attempt.AttemptHandedBack e -> before.because(e.why());
            case Attempt.DeliveriesExhausted e ->
                before.because("Its dispatch was delivered as often as allowed; the next one is claimed first");
            case Ending.JobFailed e -> before.because(sentence(e.why()));
            case Ending.JobAborted e -> before.because(e.why());
            case Submission.JobRequeued e -> before.because(null);
            case JobEvent e -> before;
        };
    }

    private static String sentence(Ending.JobFailed.Why why) {
        return switch (why) {
            case PERMANENT -> "The failure is permanent";
            case EXHAUSTED -> "All attempts are used up";
            case POISON -> "It took its workers down too often";
            case LEASE_LOST -> "Its lease was lost, and its type does not try again";
            case CHILD_FAILED -> "A child failed";
        };
    }
}
