package dev.penstock.projector.sink;

import java.util.List;

/**
 * What one transaction takes in: a part of each partition that has any.
 *
 * @param intakes whose parts they are, in the same order
 * @param parts of the transaction
 */
record Batch(List<Intake> intakes, List<ReadModel.Part> parts) {
    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** All of it is in the rows. */
    void written() {
        for (int i = 0; i < parts.size(); i++) {
            intakes.get(i).written(parts.get(i));
        }
    }
}
