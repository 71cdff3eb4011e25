package dev.penstock.stack.process;

/** A port that was asked for by number is in use; the message names it and says what to do. */
public final class PortTaken extends RuntimeException {
    PortTaken(int port, String who, String option) {
        super(who + " was told to use port " + port + " of 127.0.0.1, but another program listens there already."
                + " Stop that program, or choose another port with " + option + ".");
    }
}
