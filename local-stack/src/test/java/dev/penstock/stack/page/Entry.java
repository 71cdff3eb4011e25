package dev.penstock.stack.page;

/**
 * One thing that can be set.
 *
 * @param name as it is written
 * @param form what kind of value it takes
 * @param preset its default; empty if there is none
 * @param text what it is for
 */
record Entry(String name, String form, String preset, String text) {
    /** The environment variable that means the same (MicroProfile Config's rule); {@code NAME} stands for a name of the user's. */
    String variable() {
        return name.replaceAll("[<>]", "").replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    boolean secret() {
        return name.contains("password") || name.contains("secret");
    }
}
