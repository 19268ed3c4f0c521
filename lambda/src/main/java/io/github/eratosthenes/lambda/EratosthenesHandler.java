package io.github.eratosthenes.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.eratosthenes.core.Primes;
import io.github.eratosthenes.core.Sieve;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;

/**
 * Answers API Gateway with the primes up to {@code max}, found {@code loops} times by a {@code strategy}.
 *
 * <p>The handler answers a caller's mistake with status 400. It does not catch an {@link OutOfMemoryError}: the function is
 * meant to break, and the break must look from outside as it does on Lambda.
 */
public final class EratosthenesHandler implements RequestStreamHandler {

    private static final int HOW_MANY_HIGHEST = 3;

    /** Logs are paid for by the byte: a call with max 0 would else write a line some million times. */
    private static final int LOGGED_LOOPS = 1000;

    private static final JsonFactory JSON = new JsonFactory();

    static {
        Priming.run(new EratosthenesHandler());
        SnapStart.register();
    }

    private boolean coldStart = true;
    private String instance = "";

    /** Makes the handler; the runtime calls this once in each process. */
    public EratosthenesHandler() {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        answer(input, output, context.getLogger());
        coldStart = false;
    }

    /** Answers one event: the whole work of a call, except for the runtime's own. */
    void answer(InputStream input, OutputStream output, LambdaLogger logger) throws IOException {
        APIGatewayProxyResponseEvent response = respond(input, logger);
        try (JsonGenerator json = JSON.createGenerator(output)) {
            ProxyResponse.write(response, json);
        }
    }

    private APIGatewayProxyResponseEvent respond(InputStream event, LambdaLogger logger) throws IOException {
        StringWriter body = new StringWriter();
        int status;
        try (JsonGenerator json = JSON.createGenerator(body)) {
            status = writeBody(json, event, logger);
        }
        return ProxyResponse.of(status, body.toString());
    }

    private int writeBody(JsonGenerator json, InputStream event, LambdaLogger logger) throws IOException {
        try {
            sieve(SieveRequest.fromQuery(QueryParameters.read(JSON, event)), logger)
                    .write(json);
            return 200;
        } catch (BadRequestException e) {
            logger.log("bad request: " + e.getMessage() + "\n");
            e.write(json);
            return 400;
        }
    }

    private SieveResponse sieve(SieveRequest request, LambdaLogger logger) {
        logger.log("looping " + request.loops() + " time(s)\n");
        JvmDiagnosis diagnosis = request.diag() ? JvmDiagnosis.begin() : null;
        Sieve sieve = request.strategy().create();
        long count = 0;
        long[] highest = {};
        long start = System.nanoTime();
        for (int loop = 0; loop < request.loops(); loop++) {
            Primes primes = sieve.primesUpTo(request.max());
            count = primes.count();
            highest = primes.highest(HOW_MANY_HIGHEST);
            if (loop < LOGGED_LOOPS) {
                logger.log("Highest " + HOW_MANY_HIGHEST + " primes: " + join(highest) + "\n");
            } else if (loop == LOGGED_LOOPS) {
                logger.log("loops after the first " + LOGGED_LOOPS + " are not logged\n");
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new SieveResponse(
                seconds,
                request.max(),
                request.loops(),
                request.strategy().id(),
                count,
                highest,
                SieveResponse.Memory.now(),
                coldStart,
                instance(),
                diagnosis);
    }

    /** Returns a name made at the first call and not at init: processes that start from one snapshot share their init. */
    private String instance() {
        if (instance.isEmpty()) {
            instance = Long.toHexString(System.nanoTime());
        }
        return instance;
    }

    private static String join(long[] numbers) {
        StringBuilder text = new StringBuilder();
        for (long number : numbers) {
            text.append(text.length() == 0 ? "" : ", ").append(number);
        }
        return text.toString();
    }
}
