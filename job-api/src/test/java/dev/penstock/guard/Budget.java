package dev.penstock.guard;

/** The sizes that the code keeps, a little past the best of its peers. */
enum Budget {
    /** Lines of the file in the middle of a module's files. */
    FILE_MEDIAN(60),
    /** Lines of any file, tests included. */
    FILE_LINES(250),
    /** Top-level types in a package. */
    TYPES_IN_PACKAGE(15),
    /** Parameters of a constructor; records are exempt, they name each value. */
    CONSTRUCTOR_PARAMETERS(5),
    /** Blocks inside blocks within a method: if, loop, switch, try. */
    NESTING(3),
    /** Lines of a method that only one method in a hundred may exceed. */
    METHOD_P99(30);

    private final int limit;

    Budget(int limit) {
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
