package io.github.eratosthenes.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.eratosthenes.core.Primes;
import io.github.eratosthenes.core.Sieve;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Answers API Gateway with the primes up to {@code max}, found {@code loops} times by a {@code strategy}.
 *
 * <p>An error of the caller's is answered with status 400. An {@link OutOfMemoryError} is not caught: breaking the
 * function is what it is for, and it must look from outside as it does on Lambda.
 */
public final class EratosthenesHandler implements RequestStreamHandler {

    private static final int HOW_MANY_HIGHEST = 3;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/json",
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private boolean coldStart = true;

    /** Called by the runtime, once a process. */
    public EratosthenesHandler() {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JSON.writeValue(output, answer(input, context.getLogger()));
        coldStart = false;
    }

    private APIGatewayProxyResponseEvent answer(InputStream input, LambdaLogger logger) throws IOException {
        try {
            SieveRequest request = SieveRequest.fromEvent(JSON.readTree(input));
            return response(200, sieve(request, logger));
        } catch (BadRequestException e) {
            logger.log("bad request: " + e.getMessage() + "\n");
            return response(400, e.body());
        }
    }

    private SieveResponse sieve(SieveRequest request, LambdaLogger logger) {
        logger.log("looping " + request.loops() + " time(s)\n");
        Sieve sieve = request.strategy().create();
        long count = 0;
        long[] highest = {};
        long start = System.nanoTime();
        for (int loop = 0; loop < request.loops(); loop++) {
            Primes primes = sieve.primesUpTo(request.max());
            count = primes.count();
            highest = primes.highest(HOW_MANY_HIGHEST);
            logger.log("Highest " + HOW_MANY_HIGHEST + " primes: " + join(highest) + "\n");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new SieveResponse(
                seconds,
                request.max(),
                request.loops(),
                request.strategy().id(),
                count,
                boxed(highest),
                SieveResponse.Memory.now(),
                coldStart,
                request.diag() ? JvmDiagnosis.now() : null);
    }

    private static String join(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(", "));
    }

    private static List<Long> boxed(long[] numbers) {
        return LongStream.of(numbers).boxed().toList();
    }

    private static APIGatewayProxyResponseEvent response(int status, Object body) throws JsonProcessingException {
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(status)
                .withHeaders(HEADERS)
                .withBody(JSON.writeValueAsString(body))
                .withIsBase64Encoded(false);
    }
}
