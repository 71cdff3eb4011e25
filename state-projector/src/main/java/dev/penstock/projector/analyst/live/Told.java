package dev.penstock.projector.analyst.live;

import dev.penstock.projector.analyst.duck.Answer;
import dev.penstock.projector.analyst.source.Offsets;
import java.time.Duration;

/**
 * An answer.
 *
 * @param asOf everything before this place in the log is in it
 * @param took time of the query alone
 */
public record Told(Answer answer, Offsets asOf, Duration took) {}
