package dev.penstock.ui.operation;

/** How many items of an operation stand where. */
public record Tally(int waiting, int sent, int done, int skipped, int refused) {
    /** Those of which it is known what became of them. */
    public int ended() {
        return done + skipped + refused;
    }

    public int total() {
        return waiting + sent + ended();
    }
}
