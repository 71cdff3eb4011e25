package dev.penstock.stack.chaos.fault;

/**
 * A way to break something for a while.
 *
 * @param name for the report
 * @param weight how often, compared with the others; 0: only in its turn of the first lap
 * @param alone while it lasts nothing else is broken
 * @param deed breaks it, and makes it whole again
 */
record Fault(String name, int weight, boolean alone, Deed deed) {
    /** Breaks something and makes it whole again. */
    interface Deed {
        /** @param name of the fault */
        void strike(String name) throws Exception;
    }
}
