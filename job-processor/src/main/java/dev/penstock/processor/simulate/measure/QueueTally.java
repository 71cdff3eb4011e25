package dev.penstock.processor.simulate.measure;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.Submission;

/** One queue's part of a tally. */
final class QueueTally {
    final Samples waiting = new Samples();
    final Samples service = new Samples();
    final Curve depth;
    final Curve busy;
    final Curve slots;
    private long submitted;
    private long attempts;
    private long retries;
    private long failed;
    private long completed;
    private long dead;
    private long aborted;
    private long left;

    QueueTally(Stretch stretch) {
        depth = new Curve(stretch);
        busy = new Curve(stretch);
        slots = new Curve(stretch);
    }

    void waits(long at, int more) {
        depth.step(at, more);
        left += more;
    }

    void count(Event event) {
        switch (event) {
            case Submission.JobSubmitted e -> submitted++;
            case Attempt.AttemptStarted e -> {
                attempts++;
                retries += e.lease().attempt() > 1 ? 1 : 0;
            }
            case Attempt.AttemptFailed e -> failed++;
            case Attempt.AttemptLost e -> failed++;
            case Ending.JobCompleted e -> completed++;
            case Ending.JobFailed e -> dead++;
            case Ending.JobAborted e -> aborted++;
            case Event e -> {}
        }
    }

    QueueFigures figures() {
        return new QueueFigures(
                waiting.spread(),
                service.spread(),
                new QueueFigures.Counts(submitted, attempts, retries, failed, completed, dead, aborted, left),
                depth.means(),
                busy.means(),
                slots.means());
    }
}
