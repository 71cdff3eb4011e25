package dev.penstock.ui.fact.job;

import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.fact.EventFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as it was.
 *
 * @param event the last one folded
 * @param job after it, without its payload; null: it was deleted
 * @param history up to it, oldest first
 */
public record PastJob(EventFact event, @Nullable Job job, List<EventFact> history) {}
