package dev.penstock.stack.chaos.site;

import dev.penstock.stack.assembly.DataFolder;
import java.time.Duration;

/**
 * What a fault run shall consist of.
 *
 * @param brokers 1 or 3
 * @param lostAfter a dispatch that nobody took for so long is looked for
 */
public record SitePlan(DataFolder data, int brokers, int processors, int workers, Duration lostAfter) {}
