package dev.penstock.processor.simulate.world;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.processor.simulate.past.AttemptKey;
import dev.penstock.processor.simulate.past.Pickups;

/** What takes time between jobs and slots, drawn from what was recorded; microseconds. */
record Chance(Pickups pickups, Dice dice) {
    /** From a dispatch to where a free slot sees it. */
    long latency(WorkOrder order, long now) {
        AttemptKey key = new AttemptKey(order.job(), order.round(), order.attempt());
        return pickups.latency(order.queue(), now, dice.of(Dice.Draw.LATENCY, key));
    }

    /** From the end of an attempt to the start of the next in its slot. */
    long turnaround(Performance p, long now) {
        return pickups.turnaround(p.queue, now, dice.of(Dice.Draw.TURNAROUND, AttemptKey.of(p.job, p.lease)));
    }

    /** From the moment a wait is due to the command that says so. */
    long lateness(JobId job, long timer, long due) {
        AttemptKey key = new AttemptKey(job, 0, (int) timer);
        return pickups.lateness().draw(due, dice.of(Dice.Draw.LATENESS, key));
    }
}
