using Portal.Web.Data.Keys;
using Portal.Web.Data.Starting;

namespace Portal.Web.Cli;

/// <summary>Runs every start step in its order, in one scope: keys first, then what registered itself.</summary>
internal sealed class StartSteps(IServiceScopeFactory scopes)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeyRing>().EnsureAsync(cancellationToken);
        foreach (var step in scope.ServiceProvider.GetServices<IStartStep>().OrderBy(step => step.Order))
        {
            await step.RunAsync(cancellationToken);
        }
    }
}
