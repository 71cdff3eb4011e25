package dev.penstock.ui.fact.failure;

import java.util.List;

/**
 * Groups of failures.
 *
 * @param groups at most 50, in the order asked for
 * @param found how many there are in all
 * @param jobs that stand at FAILED now, of all groups found
 */
public record FailureList(List<FailureGroup> groups, long found, long jobs) {
    /** Groups shown at a time. */
    public static final int SHOWN = 50;
}
