package dev.penstock.ui.operation;

import dev.penstock.ui.act.ActResult;

/** What an outcome means for an item. */
final class Ends {
    private Ends() {}

    static Item.State of(ActResult result) {
        return switch (result) {
            case ActResult.Done r -> Item.State.DONE;
            case ActResult.Ignored r -> Item.State.SKIPPED;
            case ActResult.Waiting r -> Item.State.SENT;
            case ActResult.NotSent r -> Item.State.SENT;
            case ActResult.NotAllowed r -> Item.State.REFUSED;
            case ActResult.Refused refused ->
                switch (refused.kind()) {
                    case UNKNOWN_JOB, WRONG_STATUS, NOT_CAPABLE, STALE_LEASE, VERSION_CHANGED -> Item.State.SKIPPED;
                    case UNKNOWN_NAME, CONFLICT, INVALID, TOO_LARGE, FORGED, NOT_SUPPORTED, INTERNAL ->
                        Item.State.REFUSED;
                };
        };
    }
}
