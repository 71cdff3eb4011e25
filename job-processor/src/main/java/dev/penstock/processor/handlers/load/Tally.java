package dev.penstock.processor.handlers.load;

/**
 * What the demo has submitted since it started.
 *
 * @param submitted acknowledged by Kafka: each of them must end as a job, an answer or a refusal (law 4)
 * @param pending sent, and not answered yet
 * @param notAcknowledged given up by the client: whether they are in the log is not known
 * @param stopped whether nothing more will be submitted; the figures are final once {@code pending} is 0 as well
 */
public record Tally(long submitted, long pending, long notAcknowledged, boolean stopped) {}
