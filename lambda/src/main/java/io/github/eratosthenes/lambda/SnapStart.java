package io.github.eratosthenes.lambda;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Prepares a function with SnapStart for its snapshot, which is taken after init, when time costs nothing.
 *
 * <p>Nothing has to be done again after a restore: a handler holds no connection, no seed and no clock.
 */
final class SnapStart implements Resource {

    private static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";

    /** Rounds after which the compiler has done what it will do. */
    private static final int ROUNDS = 20;

    /** Contexts hold their resources weakly. */
    private static final SnapStart INSTANCE = new SnapStart();

    private SnapStart() {}

    /** Asks to be told of the snapshot where there will be one; elsewhere not even CRaC's classes are loaded. */
    static void register() {
        if ("snap-start".equals(System.getenv(INITIALIZATION_TYPE))) {
            Core.getGlobalContext().register(INSTANCE);
        }
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        EratosthenesHandler handler = new EratosthenesHandler();
        for (int round = 0; round < ROUNDS; round++) {
            Priming.run(handler);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
