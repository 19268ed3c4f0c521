package io.github.eratosthenes.lambda;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function with SnapStart does besides: its snapshot is taken after init, when time is free.
 *
 * <p>Nothing need be done again after a restore: a handler holds no connection, no seed and no clock.
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
