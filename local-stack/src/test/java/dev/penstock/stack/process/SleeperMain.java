package dev.penstock.stack.process;

/** A child that does nothing for a long time. */
public final class SleeperMain {
    private SleeperMain() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.sleep(600_000);
    }
}
