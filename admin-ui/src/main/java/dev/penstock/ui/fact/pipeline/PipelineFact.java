package dev.penstock.ui.fact.pipeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the read model knows of the way from the log to the pages.
 *
 * @param partitions how far each is
 * @param builds which programs run which version
 * @param tables the largest, with their indexes
 */
public record PipelineFact(List<PartitionFact> partitions, List<BuildFact> builds, List<TableFact> tables) {

    /** How far a partition of the events is folded, and how far it is behind. */
    public record PartitionFact(
            int partition,
            long next,
            long behindRecords,
            long behindMillis,
            @Nullable Instant lastAt) {}

    /** So many processes of that program run that version. */
    public record BuildFact(String program, String version, long processes) {}

    public record TableFact(String name, long rows, long bytes) {}
}
