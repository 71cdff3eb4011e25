package dev.penstock.stack.chaos.site;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.program.Installation;
import java.time.Duration;

/**
 * What a fault run shall consist of.
 *
 * @param brokers 1 or 3
 * @param lostAfter a dispatch that nobody took for so long is looked for
 * @param programs what the processors and workers are started from
 */
public record SitePlan(
        DataFolder data, int brokers, int processors, int workers, Duration lostAfter, Installation programs) {}
