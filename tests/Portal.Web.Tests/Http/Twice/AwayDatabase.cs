using Microsoft.Extensions.DependencyInjection;

namespace Portal.Web.Tests.Http.Twice;

/// <summary>
/// A database that goes away now and then, as Entity Framework tells of it: by an exception of a general type, with the
/// cause inside.
/// </summary>
/// <param name="scopes">Of the application.</param>
/// <param name="isAway">Whether it is, when it is asked for the first, second, third time.</param>
internal sealed class AwayDatabase(IServiceScopeFactory scopes, Func<int, bool> isAway) : IServiceScopeFactory
{
    private readonly SemaphoreSlim asked = new(0);
    private int times;

    public IServiceScope CreateScope()
    {
        var away = isAway(Interlocked.Increment(ref times));
        asked.Release();
        return away
            ? throw new InvalidOperationException("An exception has been raised that is likely due to a transient failure.",
                new TimeoutException())
            : scopes.CreateScope();
    }

    public Task AskedAsync() => asked.WaitAsync(TestContext.Current.CancellationToken);
}
