using System.Diagnostics;
using System.Net;

namespace Portal.Benchmarks.Running;

/// <summary>So many at once, each asking again when it was answered.</summary>
internal sealed record Load(int AtOnce, TimeSpan? For = null, int? Times = null)
{
    /// <param name="request">Makes the request of a number that rises.</param>
    public async Task<Sample> RunAsync(SubjectProcess subject, PostgresBooks database, Visitor visitor, Func<HttpRequestMessage> request,
        HttpStatusCode expected)
    {
        var (cpu, databaseCpu, began) = (subject.Cpu, database.Cpu, Stopwatch.GetTimestamp());
        var sent = 0;
        bool Goes() => Interlocked.Increment(ref sent) <= (Times ?? int.MaxValue) && (For is null || Stopwatch.GetElapsedTime(began) < For);
        async Task<int> WorkAsync()
        {
            var done = 0;
            for (; Goes(); done++)
            {
                using var message = request();
                using var answer = await visitor.SendAsync(message);
                if (answer.StatusCode != expected)
                {
                    throw new InvalidOperationException($"{message.RequestUri} answered {(int)answer.StatusCode}.");
                }
            }

            return done;
        }

        var answered = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(WorkAsync)));
        var elapsed = Stopwatch.GetElapsedTime(began);
        return new Sample(answered.Sum(), elapsed, subject.Cpu - cpu, database.Cpu - databaseCpu);
    }
}
