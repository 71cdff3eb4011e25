package dev.penstock.processor.simulate.record;

import dev.penstock.api.command.Act;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.past.Deed;
import dev.penstock.processor.simulate.past.Nearby;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people and timers did to jobs. */
final class DeedBook {
    final List<Deed> deeds = new ArrayList<>();
    final List<Nearby.Seen> lateness = new ArrayList<>();

    void add(Job before, EventMessage event) {
        Job.Wait waited = before.run().waiting();
        boolean goesOn = event.body() instanceof Submission.JobDispatched || event.body() instanceof Waiting.WaitEnded;
        Actor.Kind by = event.actor().kind();
        long at = Micros.of(event.at());
        if (by == Actor.Kind.USER || by == Actor.Kind.SERVICE) {
            Act act = goesOn && waited != null ? new Act.RunNow(before.id()) : act(before.id(), event.body());
            if (act != null) {
                deeds.add(new Deed(at, act));
            }
        } else if (goesOn && waited != null) {
            long due = Micros.of(waited.due());
            lateness.add(new Nearby.Seen(due, Math.max(0, at - due)));
        }
    }

    private static @Nullable Act act(JobId job, Event event) {
        return switch (event) {
            case Ending.JobAborted e -> new Act.Abort(job);
            case Control.AbortRequested e -> new Act.Abort(job);
            case Control.StopRequested e -> new Act.Stop(job);
            case Control.ForceStopRequested e -> new Act.ForceStop(job);
            case Submission.PriorityChanged e -> new Act.SetPriority(job, e.priority());
            case Submission.JobRequeued e ->
                switch (e.cause()) {
                    case RETRY -> new Act.Retry(job);
                    case RESTART -> new Act.Restart(job);
                    case RESUME -> new Act.Resume(job);
                    case EDIT -> new Act.EditPayload(job, Json.EMPTY);
                };
            case Event e -> null;
        };
    }
}
